using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Documents;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Committees.Rosters;

public class ExportCommitteesWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_exported_list_of_committees_keeps_the_filter_and_numbers_are_numbers()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var big = await district.CommitteeAsync(district.Street1);
        await district.CommitteeAsync(district.Street2);
        await district.MemberAsync(big, district.Community1, "大连湾中学");

        var file = await district
            .Use<ExportCommitteesWorkbook>()
            .AskAsync(district.Admin, new() { PlaceId = district.Street1.Id, Size = 1 }, Ct);

        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Contains("范围：东街道 · 共 1 行", cells[1][0], StringComparison.Ordinal);
        Assert.Equal(["1", "东街道", "", "东街道BigWorking"], cells[3][..4]);
        Assert.Equal(["1", "0", "1", "8–10"], cells[3][8..12]);
        Assert.StartsWith("admin", cells[4][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_texts_are_in_the_askers_language()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var secret = Secrets.Make();
        var english = System.Globalization.CultureInfo.GetCultureInfo("en");
        await district
            .Use<SignIn>()
            .RunAsync(
                Scope.ForVisitor(district.Id, english),
                new()
                {
                    Login = "admin",
                    Password = TestDistrict.Password,
                    Secret = secret,
                },
                Ct
            );
        var admin = Scope.ForPerson(district.Id, Secrets.Hash(secret), english);
        var before = System.Globalization.CultureInfo.CurrentUICulture;

        var file = await district.Use<ExportCommitteesWorkbook>().AskAsync(admin, new(), Ct);

        Assert.Equal("Co-building bodies2026-11-23.xlsx", file.FileName);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.StartsWith("As of Monday, 23 November 2026, 9:00", cells[1][0], StringComparison.Ordinal);
        Assert.Equal(before, System.Globalization.CultureInfo.CurrentUICulture);
        Assert.Equal("序号", CultureScope.In(TestDistrict.Chinese, () => Wording.T("Exports.Ordinal")));
    }
}
