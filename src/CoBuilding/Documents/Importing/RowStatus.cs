using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

[TextsIn("Importing")]
public enum RowStatus
{
    New,
    Update,

    /// <summary>It contains no changes.</summary>
    Skip,
    Error,
}
