using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Documents.Importing;

/// <summary>
/// One kind of list that can be imported: all that the use cases, the page and the operator's tool know of it. It is found by its type,
/// so it has a constructor without parameters.
/// </summary>
public abstract class ImportableList
{
    /// <summary>As the operator types it.</summary>
    public abstract string Name { get; }

    /// <summary>Who may import it.</summary>
    public abstract Right Right { get; }

    /// <summary>Writes what is within reach as a list that changes nothing when it is imported again; null if there is none.</summary>
    internal virtual Func<Door, Scope, CancellationToken, Task<DocumentFile>>? Export => null;

    /// <summary>Checks each row, in a number of statements that does not depend on how many there are.</summary>
    /// <exception cref="RuleBroken">The list cannot be read, has no header or too many rows.</exception>
    internal abstract Task<CheckedList> ReadAsync(IncomingList incoming, CancellationToken ct);

    /// <summary>What composes an empty list as a workbook: the columns, the choices, and a line of instructions.</summary>
    internal abstract Task<Func<DocumentFile>> TemplateAsync(PortalDb db, CancellationToken ct);
}
