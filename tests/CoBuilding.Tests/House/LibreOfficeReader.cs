using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CoBuilding.Documents;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CoBuilding.Tests.House;

/// <summary>Opens documents as the office opens them: in LibreOffice, and by the format's own rules.</summary>
public static class LibreOfficeReader
{
    private static readonly TimeSpan LongestConversion = TimeSpan.FromMinutes(3);

    /// <summary>
    /// A first start makes a profile, which takes longer than to convert: each is lent to one conversion after the other.
    /// </summary>
    private static readonly ConcurrentBag<string> Profiles = [];

    private static readonly Lazy<string> Home = new(MakeHome);

    /// <summary>The cells of a sheet as LibreOffice shows them.</summary>
    public static async Task<List<string[]>> CellsAsync(byte[] workbook, int sheet = 0)
    {
        // All sheets, quoted where needed, as shown: each becomes a file of its own.
        var files = await ConvertAsync(workbook, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
        using var csv = new CsvParser(
            new StringReader(Encoding.UTF8.GetString(files[sheet])),
            new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false }
        );
        List<string[]> rows = [];
        while (csv.Read())
            rows.Add(csv.Record!);
        return rows;
    }

    public static async Task<byte[]> PdfAsync(byte[] workbook) => (await ConvertAsync(workbook, "pdf")).Single();

    /// <summary>A paper as LibreOffice prints it.</summary>
    public static async Task<byte[]> PdfOfPaperAsync(byte[] paper) => (await ConvertAsync(paper, "pdf", "paper.docx")).Single();

    public static int PagesOf(byte[] pdf) => Encoding.Latin1.GetString(pdf).Split("/Type/Page/").Length - 1;

    /// <summary>A paper's paragraphs in their order, those of its tables included.</summary>
    public static List<string> WordsOf(byte[] paper)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(paper), false);
        return
        [
            .. document
                .MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
                .Select(p => p.InnerText)
                .Where(t => t.Length > 0),
        ];
    }

    public static void AssertValidPaper(byte[] paper)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(paper), false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(document)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
        );
    }

    public static void AssertValid(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(document)
                .Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
    }

    private static async Task<List<byte[]>> ConvertAsync(byte[] file, string to, string name = "book.xlsx")
    {
        var folder = Directory.CreateTempSubdirectory("cobuilding-office-").FullName;
        if (!Profiles.TryTake(out var profile))
            profile = Path.Combine(Home.Value, Path.GetRandomFileName());
        try
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, file, TestDistrict.Ct);
            var said = await RunAsync([
                $"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                folder,
                path,
            ]);
            var ending = "." + to.Split(':')[0];
            var made = Directory
                .GetFiles(folder)
                .Where(f => f.EndsWith(ending, StringComparison.Ordinal))
                .OrderBy(File.GetCreationTimeUtc)
                .ToList();
            Assert.True(made.Count > 0, $"LibreOffice made nothing: {said}");
            Profiles.Add(profile); // of one that failed, nobody knows in what state it is
            return [.. made.Select(File.ReadAllBytes)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestDistrict.Ct);
        limit.CancelAfter(LongestConversion);
        using var office = Process.Start(
            new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        try
        {
            var (output, errors) = (office.StandardOutput.ReadToEndAsync(limit.Token), office.StandardError.ReadToEndAsync(limit.Token));
            await office.WaitForExitAsync(limit.Token);
            await output;
            return await errors;
        }
        catch (OperationCanceledException) when (!TestDistrict.Ct.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"LibreOffice did not end within {LongestConversion.TotalMinutes} minutes: soffice {string.Join(' ', arguments)}"
            );
        }
        finally
        {
            if (!office.HasExited)
                office.Kill(entireProcessTree: true);
        }
    }

    private static string MakeHome()
    {
        var home = Directory.CreateTempSubdirectory("cobuilding-office-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(home, recursive: true);
        return home;
    }
}
