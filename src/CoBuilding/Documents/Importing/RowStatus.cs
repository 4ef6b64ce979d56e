namespace CoBuilding.Documents.Importing;

public enum RowStatus
{
    New,
    Update,

    /// <summary>It contains no changes.</summary>
    Skip,
    Error,
}
