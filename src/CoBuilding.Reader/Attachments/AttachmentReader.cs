using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Attachments;

/// <summary>Detects the kind of an attachment from its content, not its name, and reads its lines.</summary>
internal static class AttachmentReader
{
    // Some scanners write a few bytes before the header; readers look for it in the first kilobyte.
    private const int PdfHeadWithin = 1024;

    /// <exception cref="FileRefused">The file is of another kind than stated, cannot be read, or contains a forbidden part.</exception>
    public static void Read(ReadingKind said, byte[] file, AttachmentLines lines)
    {
        if (OldOffice.Is(file))
            throw new FileRefused(OldOffice.HoldsEncrypted(file) ? RefusalReason.Encrypted : RefusalReason.OldOffice);
        if (file.AsSpan().StartsWith("PK"u8))
            ReadPackage(said, file, lines);
        else if (file.AsSpan(0, Math.Min(file.Length, PdfHeadWithin)).IndexOf("%PDF-"u8) >= 0)
        {
            Demand(said, ReadingKind.Pdf);
            PdfText.Read(file, lines);
        }
        else if (PlainText.Read(file) is { } text)
        {
            Demand(said, ReadingKind.Text);
            foreach (var line in text.AsSpan().EnumerateLines())
                lines.Take(line.ToString());
        }
        else
            throw new FileRefused(RefusalReason.UnknownKind);
    }

    private static void ReadPackage(ReadingKind said, byte[] file, AttachmentLines lines)
    {
        using var package = Package.Open(new MemoryStream(file, writable: false), new UnpackBudget());
        Demand(said, package.Kind ?? throw new FileRefused(RefusalReason.UnknownKind));
        OpenXmlText.Read(package, lines);
    }

    private static void Demand(ReadingKind said, ReadingKind found)
    {
        if (said != found)
            throw new FileRefused(RefusalReason.OtherKind, (int)found);
    }
}
