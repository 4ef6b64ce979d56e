namespace CoBuilding.Documents.Importing;

/// <summary>Counts the rows of one phase, reports progress at intervals, and stops on cancellation.</summary>
internal sealed class ImportProgress(IProgress<ImportStep>? progress, ImportPhase phase, int? total, CancellationToken ct)
{
    private const int Every = 500;
    private int done,
        told;

    public void Add(int rows)
    {
        ct.ThrowIfCancellationRequested();
        done += rows;
        if (done - told < Every && done != total)
            return;
        told = done;
        progress?.Report(new ImportStep(phase, done, total));
    }
}
