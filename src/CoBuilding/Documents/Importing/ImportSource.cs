using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Documents.Importing;

/// <summary>A list to be imported: a file, or cells pasted from a spreadsheet, in UTF-8.</summary>
public sealed record ImportSource(byte[] Bytes, bool IsPasted = false);

/// <summary>The form to save a list. The list is checked again in the same transaction.</summary>
public abstract record ImportForm : WritingForm
{
    public ImportSource Source { get; init; } = new([]);

    /// <summary>Rows with an error are left out; otherwise one of them keeps all from being saved.</summary>
    public bool OnlyGood { get; set; }

    /// <summary>The hash of the findings shown (<see cref="ImportCheck.FindingsHash"/>); null if none were shown.</summary>
    public Guid? FindingsHash { get; set; }
}

internal static class ImportShapes
{
    public static void HasContent<T>(this IRuleBuilder<T, ImportSource> rule) =>
        rule.Must(s => s.Bytes.Length > 0).WithMessage(_ => Texts.Wording.T("Importing.NothingUploaded"));
}

/// <summary>The progress of a long import.</summary>
/// <param name="Total">Null while it is not known.</param>
public sealed record ImportStep(ImportPhase Phase, int Done, int? Total);

/// <summary>Counts the rows of one phase, reports progress at intervals, and stops on cancellation.</summary>
internal sealed class ImportProgress(IProgress<ImportStep>? progress, ImportPhase phase, int? total, CancellationToken ct)
{
    private const int Every = 500;
    private int done, told;

    public void Add(int rows)
    {
        ct.ThrowIfCancellationRequested();
        done += rows;
        if (done - told < Every && done != total) return;
        told = done;
        progress?.Report(new ImportStep(phase, done, total));
    }
}

public enum ImportPhase
{
    Reading,
    Checking,
    Saving,
}
