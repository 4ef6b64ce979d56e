using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader;

/// <summary>The file is refused; the reason is returned to the portal.</summary>
internal sealed class FileRefused(RefusalReason reason, int number = 0, ForbiddenPart? part = null) : Exception(reason.ToString())
{
    public FileRefused(ForbiddenPart part)
        : this(RefusalReason.HoldsForbiddenPart, 0, part) { }

    public ReaderMessage.Refused Answer { get; } = new(reason, number, part);
}
