using System.IO.Compression;
using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Tests.House;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Units.People;

public class ExportAddressBookPaperTests(TestCluster cluster)
{
    private const string Whole = "13812345678";

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Whole_numbers_are_journaled_one_by_one_and_the_watermark_names_who_took_them_out()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        var officer = await district.PersonAsync(unit, "李芳", liaison: true);
        await district.UnitAsync(district.Community2, "西街道的单位");

        var file = await district.Use<ExportAddressBookPaper>().AskAsync(clerk, new(), Ct);

        LibreOfficeReader.AssertValidPaper(file.Word().Bytes);
        var words = LibreOfficeReader.WordsOf(file.Word().Bytes);
        var row = words.IndexOf("大连湾中学");
        Assert.Equal(["大连湾中学", "东一社区", "李芳", "书记", Whole], words[row..(row + 5)]);
        Assert.DoesNotContain("西街道的单位", words);
        var login = "clerk" + district.Street1.Code;
        using var zip = new ZipArchive(new MemoryStream(file.Word().Bytes));
        var headers = zip
            .Entries.Where(e => e.Name.StartsWith("header", StringComparison.Ordinal))
            .Select(e => new StreamReader(e.Open()).ReadToEnd())
            .ToList();
        Assert.Equal(2, headers.Count);
        Assert.All(
            headers,
            h => Assert.Contains($"string=\"仅供工作使用　{login}　2026年11月23日 09:00:00\"", h, StringComparison.Ordinal)
        );

        var journal = (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = nameof(Right.Export) }, Ct)).Rows;
        Assert.Equal(
            [("viewed", "people", (Guid?)officer), ("exported", "units", null)],
            journal.Select(j => (j.Action, j.Subject, j.SubjectId))
        );
        Assert.DoesNotContain(journal, j => (j.Before + j.After).Contains(Whole, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_look_at_numbers_gets_them_masked()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var overseer = await district.StaffAsync("overseer1", Role.Overseer, district.Root);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        await district.PersonAsync(unit, "李芳", liaison: true);

        var words = LibreOfficeReader.WordsOf((await district.Use<ExportAddressBookPaper>().AskAsync(overseer, new(), Ct)).Word().Bytes);

        Assert.Contains("138****5678", words);
        Assert.DoesNotContain(Whole, words);
        Assert.Contains(words, w => w.StartsWith("号码仅向", StringComparison.Ordinal));
        var journal = (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = nameof(Right.Export) }, Ct)).Rows;
        Assert.Equal(["exported"], journal.Select(j => j.Action));
    }

    [Fact]
    public async Task An_overseer_who_is_a_clerk_of_one_street_sees_whole_numbers_there_alone()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var both = await district.StaffAsync("both", Role.StreetClerk, district.Street2);
        var account = (await district.Use<ListAccounts>().AskAsync(district.Admin, new() { Search = "both" }, Ct)).Rows.Single().Id;
        await district
            .Use<GrantRole>()
            .RunAsync(
                district.Admin,
                new()
                {
                    AccountId = account,
                    Role = Role.Overseer,
                    PlaceId = district.Root.Id,
                },
                Ct
            );
        foreach (var (place, name) in new[] { (district.Community1, "东单位"), (district.Community2, "西单位") })
            await district.PersonAsync(await district.UnitAsync(place, name), "李芳", liaison: true);

        var words = LibreOfficeReader.WordsOf((await district.Use<ExportAddressBookPaper>().AskAsync(both, new(), Ct)).Word().Bytes);

        Assert.Equal("138****5678", words[words.IndexOf("东单位") + 4]);
        Assert.Equal(Whole, words[words.IndexOf("西单位") + 4]);
    }
}
