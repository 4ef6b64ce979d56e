using System.IO.Compression;
using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Documents;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Units;

public class ExportUnitsWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>The whole story of a unit with a seat, an account and invitations; then it takes its agreement back.</summary>
    [Fact]
    public async Task What_a_military_unit_keeps_to_itself_stands_in_no_export_and_no_paper()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var world = await World.MakeAsync(cluster, district, district.Street1, district.Community1);
        var posts = (await MilitaryFixture.SeeAsync(district, world.Unit)).Posts;
        foreach (var (post, name) in posts.Select(p => (p, p.IsSecretary ? MilitaryFixture.Head : MilitaryFixture.Liaison)))
            await district
                .Use<EditPerson>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        PersonId = post.PersonId,
                        ExpectedVersion = post.PersonVersion,
                        Name = name,
                    },
                    Ct
                );
        await MilitaryFixture.AgreeAsync(district, world.Unit, true);
        await world.RefreshAsync();
        var before = await ExportsAsync(world);
        Assert.True(
            before.Count(e => e.Value.Contains(MilitaryFixture.Head, StringComparison.Ordinal)) > 6,
            "the names stood nowhere before"
        );

        await MilitaryFixture.AgreeAsync(district, world.Unit, false);
        await world.RefreshAsync();
        var faults =
            from export in await ExportsAsync(world)
            from guarded in new[] { MilitaryFixture.Head, MilitaryFixture.Liaison, "某路1号", "某集团" }
            where export.Value.Contains(guarded, StringComparison.Ordinal)
            select $"{export.Key} shows {guarded}";
        Assert.Empty(faults);
        Assert.DoesNotContain(
            MilitaryFixture.Head,
            string.Join('\n', (await district.Use<ListAccounts>().AskAsync(district.Admin, new(), Ct)).Rows),
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await district.Use<SeePicture>().AskAsync(district.Admin, district.Street1.Id, Ct)).Military);
    }

    private static async Task<SortedDictionary<string, string>> ExportsAsync(World world)
    {
        SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var example in Examples.All.Where(e => e.UseCase.Name.StartsWith("Export", StringComparison.Ordinal)))
        {
            var made = await example.RunAsync(world.District, example.ScopeIn(world), world);
            texts.TryAdd(example.UseCase.Name, TextOf(made is ExportedPaper paper ? paper.Word() : (DocumentFile)made!));
        }
        return texts;
    }

    private static string TextOf(DocumentFile document)
    {
        using var archive = new ZipArchive(new MemoryStream(document.Bytes));
        return document.FileName
            + string.Concat(
                archive.Entries.Select(e =>
                {
                    using var reader = new StreamReader(e.Open());
                    return reader.ReadToEnd();
                })
            );
    }

    [Fact]
    public async Task The_ledger_masks_mobile_numbers()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        await district.PersonAsync(unit, "王强", secretary: true);
        await district.PersonAsync(unit, "李芳", liaison: true);

        var file = await district
            .Use<ExportUnitsWorkbook>()
            .AskAsync(district.Admin, new() { KindId = await district.KindAsync(UnitKind.School) }, Ct);

        LibreOfficeReader.AssertValid(file.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal(["1", "大连湾中学", ""], cells[3][..3]);
        Assert.Equal(["东街道", "东一社区"], cells[3][4..6]);
        Assert.Equal(["王强", "书记", "138****5678", "李芳", "138****5678"], cells[3][8..13]);
        using var zip = new ZipArchive(new MemoryStream(file.Bytes));
        Assert.All(
            zip.Entries,
            e => Assert.DoesNotContain("13812345678", new StreamReader(e.Open()).ReadToEnd(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Past_the_most_rows_the_sheet_says_that_some_are_missing()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await BulkRows.UnitsAsync(cluster, district, 1, Export.MostRows);
        var whole = Sheet(await district.Use<ExportUnitsWorkbook>().AskAsync(district.Admin, new(), Ct));
        Assert.DoesNotContain("仅导出前", whole, StringComparison.Ordinal);

        await BulkRows.UnitsAsync(cluster, district, Export.MostRows + 1, 1);
        var cut = Sheet(await district.Use<ExportUnitsWorkbook>().AskAsync(district.Admin, new(), Ct));
        Assert.Contains("仅导出前 20,000 行", cut, StringComparison.Ordinal);
        Assert.Equal(Export.MostRows + 5, cut.Split("<x:row ").Length - 1); // title, two lines, header, mark

        static string Sheet(DocumentFile file)
        {
            using var zip = new ZipArchive(new MemoryStream(file.Bytes));
            return new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEnd();
        }
    }
}
