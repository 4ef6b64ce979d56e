using CoBuilding.Access;

namespace CoBuilding.Web.Links;

/// <summary>A part of the page on which a unit's people read on a phone all that concerns the unit. Found by its type.</summary>
public interface IMyUnitPart
{
    /// <summary>Parts stand in the order of their positions, which differ.</summary>
    int Position { get; }

    /// <summary>A <see cref="MyUnitSection{TRow}"/>: it shows what is open, and is shown again under what is past.</summary>
    Type Section { get; }

    /// <summary>Asks a question by its own right. The rows are those of the section.</summary>
    Task<object> AskAsync(Scope scope, int most, CancellationToken ct);
}
