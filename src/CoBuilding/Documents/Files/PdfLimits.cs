using System.Diagnostics;
using CoBuilding.Data;

namespace CoBuilding.Documents.Files;

/// <summary>What reading one PDF may cost. The first limit that is passed is remembered: the reader swallows errors where it can go on.</summary>
internal sealed class PdfLimits
{
    // A long report with its fonts takes two; what takes more was made for it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private const int MostLetters = 3_000_000;
    private const int MostDrawings = 50_000;
    private const int DeepestDrawing = 24;

    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Budget unpacked = new(Packed.MostUnpacked, FilesRules.UnpacksTooLarge);
    private int letters, drawings, depth;

    public RuleBroken? Broken { get; private set; }

    public long Left => unpacked.Left;

    public void Check()
    {
        if (Broken is not null) throw Broken;
        if (Stopwatch.GetElapsedTime(started) > Longest) throw Break(FilesRules.TooMuchToRead());
    }

    public void Unpacks(long bytes)
    {
        Check();
        if (bytes > Left) throw Break(unpacked.Blown());
        unpacked.Spend((int)bytes);
    }

    public void Letter()
    {
        if (++letters % 1_000 == 0) Check();
        if (letters > MostLetters) throw Break(FilesRules.TooMuchToRead());
    }

    /// <summary>A drawing that is drawn by reference, which may refer to others.</summary>
    public void Draws(Action draw)
    {
        Check();
        if (++drawings > MostDrawings || depth >= DeepestDrawing) throw Break(FilesRules.TooMuchToRead());
        depth++;
        draw();
        depth--;
    }

    private RuleBroken Break(RuleBroken rule) => Broken = rule;
}
