using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>To-dos of a room. It hands over queries, which <c>Dashboards/ListToDos</c> joins to one statement for each right.</summary>
public interface IToDos
{
    /// <summary>The right which the deed needs; the rows are those within its reach.</summary>
    Right Right { get; }

    /// <summary>All kinds that the rows may have.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Those whose rows may have a count.</summary>
    IReadOnlyList<string> CountedKinds => [];

    /// <summary>
    /// Queries which the database carries out wholly. What only the program can derive is derived here, and handed over as an inline query.
    /// </summary>
    Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct);
}
