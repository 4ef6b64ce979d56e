using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Attachments;

/// <summary>
/// The cost limits for reading one PDF. The first limit exceeded is stored, because the library swallows errors where it can continue.
/// </summary>
internal sealed class PdfLimits
{
    private const int MostDrawings = 50_000;
    private const int DeepestDrawing = 24;

    private readonly UnpackBudget unpacked = new();
    private int letters,
        drawings,
        depth;

    public FileRefused? Broken { get; private set; }

    public long Left => unpacked.Left;

    public void Check()
    {
        if (Broken is not null)
            throw Broken;
    }

    public void Unpacks(long bytes)
    {
        Check();
        if (bytes > Left)
            throw Break(UnpackBudget.Blown());
        unpacked.Spend((int)bytes);
    }

    public void Letter()
    {
        if (++letters > ReadingLimits.MostLetters)
            throw Break(new FileRefused(RefusalReason.TooMuchToRead));
    }

    /// <summary>A form XObject, which may refer to others.</summary>
    public void Draws(Action draw)
    {
        Check();
        if (++drawings > MostDrawings || depth >= DeepestDrawing)
            throw Break(new FileRefused(RefusalReason.TooMuchToRead));
        depth++;
        draw();
        depth--;
    }

    private FileRefused Break(FileRefused refused) => Broken = refused;
}
