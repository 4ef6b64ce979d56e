using CoBuilding.Reader.Protocol;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace CoBuilding.Reader.Attachments;

/// <summary>The lines of a PDF: those of its pages, and titles, bookmarks, comments and fields.</summary>
internal static class PdfText
{
    public static void Read(byte[] file, AttachmentLines lines)
    {
        var limits = new PdfLimits();
        try
        {
            using var pdf = PdfDocument.Open(
                file,
                new ParsingOptions
                {
                    FilterProvider = new PdfFilters(limits),
                    SkipMissingFonts = true,
                    UseLenientParsing = true,
                }
            );
            if (pdf.NumberOfPages > ReadingLimits.MostPages)
                throw new FileRefused(RefusalReason.TooMuchToRead);
            new PdfObjects(pdf, limits, lines).Read();
            pdf.AddPageFactory<PdfLines, PdfLinesFactory>();
            for (var page = 1; page <= pdf.NumberOfPages; page++)
                foreach (var line in pdf.GetPage<PdfLines>(page).Read())
                    lines.Take(line, page);
        }
        catch (Exception) when (limits.Broken is not null)
        {
            // The library continues after an error in one part and may throw another exception later.
            throw limits.Broken;
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new FileRefused(RefusalReason.Encrypted);
        }
        if (limits.Broken is not null)
            throw limits.Broken;
    }
}
