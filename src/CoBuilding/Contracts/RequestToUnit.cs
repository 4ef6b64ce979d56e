namespace CoBuilding.Contracts;

/// <summary>A unit was asked for something.</summary>
// Init properties, not a constructor, so that EF can translate what is composed over it.
public sealed record RequestToUnit
{
    /// <summary>Null: nobody's, and not counted.</summary>
    public required Guid? UnitId { get; init; }

    /// <summary>For what: the meeting, the nomination, the plan or the resolution.</summary>
    public required Guid SubjectId { get; init; }
}
