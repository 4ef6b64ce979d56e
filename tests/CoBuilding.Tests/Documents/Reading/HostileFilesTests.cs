using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Documents.Reading;

/// <summary>Hostile files that crash, exhaust or delay the reader are refused with a message, and the next file is read.</summary>
public class HostileFilesTests
{
    private static readonly byte[] Innocent = "第一条 总则"u8.ToArray();

    public static TheoryData<string, string, Func<byte[]>, string> Attachments =>
        new()
        {
            { "content of itself", "a.pdf", HostileFiles.ContentOfItself, "Files.TooMuchToRead" },
            { "100,000 chained references", "a.pdf", () => HostileFiles.ChainOfReferences(100_000), "Files.TooMuchToRead" },
            { "a page tree 60,000 deep", "a.pdf", () => HostileFiles.DeepPageTree(60_000), "Files.TooMuchToRead" },
            { "90 MB of nested elements", "a.docx", () => HostileFiles.NestedElements("word/header1.xml", "<a>"), "Files.TooMuchToRead" },
            { "a million names", "a.docx", () => HostileFiles.Attributes("word/header1.xml", "<a>"), "Files.TooMuchToRead" },
            { "19 MB of commas", "a.txt", HostileFiles.Commas, "Files.LineTooLong" },
            { "more text than is read", "a.txt", HostileFiles.Lines, "Files.TooMuchText" },
        };

    public static TheoryData<string, Func<byte[]>, string> Lists =>
        new()
        {
            {
                "90 MB of nested elements",
                () => HostileFiles.NestedElements("xl/worksheets/sheet1.xml", "<worksheet>"),
                "Importing.UnpacksTooLarge"
            },
            { "a million names", () => HostileFiles.Attributes("xl/worksheets/sheet1.xml", "<worksheet>"), "Importing.UnpacksTooLarge" },
            { "one text in 200,000 cells", HostileFiles.OneTextInManyCells, "Importing.TooMuchText" },
            { "19 MB of commas", HostileFiles.Commas, "Importing.LineTooLong" },
        };

    [Theory]
    [MemberData(nameof(Attachments))]
    public async Task An_attachment_that_is_made_to_harm_is_refused_in_words(string what, string name, Func<byte[]> make, string rule)
    {
        Assert.Equal((what, rule), (what, (await Assert.ThrowsAsync<RuleBroken>(() => TestReader.FileAsync(name, make()))).Key));
        Assert.True((await TestReader.FileAsync("a.txt", Innocent)).HasText);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_that_is_made_to_harm_is_refused_in_words(string what, Func<byte[]> make, string rule)
    {
        Assert.Equal((what, rule), (what, (await Assert.ThrowsAsync<RuleBroken>(() => TestReader.RowsAsync(make()))).Key));
        Assert.Single(await TestReader.RowsAsync(Innocent));
    }

    [Fact]
    public async Task Six_papers_that_draw_for_minutes_are_each_refused_and_the_next_one_is_read()
    {
        await using var reader = TestReader.Pool(
            new()
            {
                ProcessorSeconds = 1,
                WaitSeconds = 600,
                Seconds = 60,
            }
        );
        var file = HostileFiles.DrawsForMinutes();
        var six = Enumerable
            .Range(0, 6)
            .Select(_ =>
                Assert.ThrowsAsync<RuleBroken>(() => CheckedUpload.ReadAsync(reader, TestReader.Somebody, "a.pdf", file, TestDistrict.Ct))
            );
        Assert.All(await Task.WhenAll(six), refusal => Assert.Equal("Reader.TookTooLong", refusal.Key));
        Assert.True((await CheckedUpload.ReadAsync(reader, TestReader.Somebody, "a.txt", Innocent, TestDistrict.Ct)).HasText);
    }

    [Fact]
    public async Task What_takes_more_memory_than_there_is_is_refused_and_the_next_one_is_read()
    {
        await using var reader = TestReader.Pool(
            new()
            {
                Children = 1,
                HeapMegabytes = 32,
                WaitSeconds = 600,
                Seconds = 60,
                ProcessorSeconds = 60,
            }
        );
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() =>
            SheetFile.ReadAsync(reader, TestReader.Somebody, HostileFiles.Lines(), null, TestDistrict.Ct)
        );
        Assert.Equal("Reader.GrewTooLarge", refusal.Key);
        Assert.Single(await SheetFile.ReadAsync(reader, TestReader.Somebody, Innocent, null, TestDistrict.Ct));
    }
}
