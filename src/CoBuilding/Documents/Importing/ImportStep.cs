namespace CoBuilding.Documents.Importing;

/// <summary>The progress of a long import.</summary>
/// <param name="Total">Null while it is not known.</param>
public sealed record ImportStep(ImportPhase Phase, int Done, int? Total);
