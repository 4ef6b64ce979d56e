using CoBuilding.Data;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace CoBuilding.Documents.Files;

/// <summary>The lines of a PDF. What is made to take for ever stops at a limit: bytes unpacked, letters, drawings within drawings, seconds.</summary>
internal static class PdfText
{
    // Of a thousand objects each; more is no paper of a meeting.
    private const int MostPages = 2_000;
    private const int DeepestToken = 64;

    private static readonly HashSet<string> Running = ["JavaScript", "Launch", "ImportData", "RichMedia"];

    public static void Read(byte[] file, FileText text)
    {
        var limits = new PdfLimits();
        try
        {
            using var pdf = PdfDocument.Open(file, new ParsingOptions { FilterProvider = new PdfFilters(limits), SkipMissingFonts = true, UseLenientParsing = true });
            if (pdf.NumberOfPages > MostPages) throw FilesRules.TooMuchToRead();
            RefuseWhatRuns(pdf, limits);
            pdf.AddPageFactory<PdfLines, PdfLinesFactory>();
            for (var page = 1; page <= pdf.NumberOfPages; page++)
                foreach (var line in pdf.GetPage<PdfLines>(page).Read()) text.Take(line, page);
        }
        catch (Exception) when (limits.Broken is not null)
        {
            // The reader goes on where one part of a file fails, and may have said something else since.
            throw limits.Broken;
        }
        catch (PdfDocumentEncryptedException)
        {
            throw FilesRules.Encrypted();
        }
        catch (Exception failure) when (failure is not RuleBroken)
        {
            // What a reader of foreign bytes stumbles over has no one type.
            throw FilesRules.Unreadable();
        }
        if (limits.Broken is not null) throw limits.Broken;
    }

    /// <summary>Looks at every object, since an action may hang on a page, a field, a bookmark or the paper itself.</summary>
    private static void RefuseWhatRuns(PdfDocument pdf, PdfLimits limits)
    {
        foreach (var reference in pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.ToList())
        {
            limits.Check();
            if (pdf.Structure.GetObject(reference)?.Data is { } token) Refuse(token, 0);
        }
    }

    private static void Refuse(IToken token, int depth)
    {
        if (depth > DeepestToken) throw FilesRules.Unreadable();
        if (token is StreamToken stream) Refuse(stream.StreamDictionary, depth + 1);
        else if (token is ArrayToken array) foreach (var item in array.Data) Refuse(item, depth + 1);
        if (token is not DictionaryToken dictionary) return;
        if (dictionary.Data.ContainsKey("JS") || Running.Contains(NameOf("S"))) throw FilesRules.HasMacros();
        if (dictionary.Data.ContainsKey("EF") || NameOf("Type") == "EmbeddedFile") throw FilesRules.HoldsOtherFiles();
        foreach (var item in dictionary.Data.Values) Refuse(item, depth + 1);

        string NameOf(string key) => dictionary.Data.TryGetValue(key, out var value) && value is NameToken name ? name.Data : "";
    }
}
