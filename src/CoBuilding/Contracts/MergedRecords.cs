namespace CoBuilding.Contracts;

/// <summary>Two records of one unit or person that are to be merged, each with its name.</summary>
public sealed record MergedRecords(Guid DuplicateId, string Duplicate, Guid SurvivorId, string Survivor);
