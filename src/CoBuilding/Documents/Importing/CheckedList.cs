using CoBuilding.Data;

namespace CoBuilding.Documents.Importing;

/// <summary>A list whose rows were checked.</summary>
internal abstract class CheckedList
{
    public abstract ImportCheck Check { get; }

    /// <summary>Saves every row that is good.</summary>
    public abstract Task SaveAsync(PortalDb db, IProgress<ImportStep>? progress, CancellationToken ct);
}
