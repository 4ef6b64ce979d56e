using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees;

public class ExportTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_exported_roster_is_the_roster()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.MemberAsync(committee, district.Community1, "=大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = second.Seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);

        var file = await district.Use<ExportRoster>().AskAsync(district.Admin, committee, null, null, null, Ct);

        Assert.Equal($"{roster.Name}兼职委员花名册2026-11-23.xlsx", file.FileName);
        LibreOfficeReader.AssertValid(file.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal($"{roster.Name}兼职委员花名册", cells[0][0]);
        Assert.Contains("2026年11月23日（星期一）", cells[1][0], StringComparison.Ordinal);
        Assert.StartsWith("兼职委员 1 人（一般 8–10 人", cells[2][0], StringComparison.Ordinal);
        Assert.Equal(["序号", "类别"], cells[3][..2]);
        Assert.Equal(
            roster.Rows.Select(r => (r.Unit!, r.Holder ?? "（空缺）", r.SeatId.ToString())),
            cells[4..6].Select(c => (c[4], c[5], c[^1]))
        );
        Assert.Contains(cells[4..6], c => c[4] == "=大连湾中学" && c.Contains("2026年5月23日"));
        Assert.StartsWith("admin 于 2026年11月23日（星期一）上午9:00 导出", cells[6][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_journaled_with_its_file_and_rows_and_needs_the_right()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.Use<ExportRoster>().AskAsync(clerk, committee, null, null, null, Ct);

        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = nameof(Right.Export) }, Ct);
        var row = Assert.Single(journal.Rows);
        Assert.Equal(("exported", "committees", committee), (row.Action, row.Subject, row.SubjectId));
        Assert.Contains("花名册2026-11-23.xlsx", row.After, StringComparison.Ordinal);

        await Assert.ThrowsAsync<Denied>(() => district.Use<ExportRoster>().AskAsync(district.Auditor, committee, null, null, null, Ct));
        var other = await district.StaffAsync("clerk2", Role.StreetClerk, district.Street2);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<ExportRoster>().AskAsync(other, committee, null, null, null, Ct));
        var after = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = nameof(Right.Export) }, Ct);
        Assert.Equal(1, after.Total);
    }

    [Fact]
    public async Task The_exported_list_of_committees_keeps_the_filter_and_numbers_are_numbers()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var big = await district.CommitteeAsync(district.Street1);
        await district.CommitteeAsync(district.Street2);
        await district.MemberAsync(big, district.Community1, "大连湾中学");

        var file = await district.Use<ExportCommittees>().AskAsync(district.Admin, new() { PlaceId = district.Street1.Id, Size = 1 }, Ct);

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

        var file = await district.Use<ExportCommittees>().AskAsync(admin, new(), Ct);

        Assert.Equal("Co-building bodies2026-11-23.xlsx", file.FileName);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.StartsWith("As of Monday, 23 November 2026, 9:00", cells[1][0], StringComparison.Ordinal);
        Assert.Equal(before, System.Globalization.CultureInfo.CurrentUICulture);
        Assert.Equal("序号", CultureScope.In(TestDistrict.Chinese, () => Wording.T("Exports.Ordinal")));
    }
}
