using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

public class ExportRosterWorkbookTests(TestCluster cluster)
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

        var file = await district.Use<ExportRosterWorkbook>().AskAsync(district.Admin, committee, null, null, null, Ct);

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
        await district.Use<ExportRosterWorkbook>().AskAsync(clerk, committee, null, null, null, Ct);

        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = nameof(Right.Export) }, Ct);
        var row = Assert.Single(journal.Rows);
        Assert.Equal(("exported", "committees", committee), (row.Action, row.Subject, row.SubjectId));
        Assert.Contains("花名册2026-11-23.xlsx", row.After, StringComparison.Ordinal);

        await Assert.ThrowsAsync<Denied>(() =>
            district.Use<ExportRosterWorkbook>().AskAsync(district.Auditor, committee, null, null, null, Ct)
        );
        var other = await district.StaffAsync("clerk2", Role.StreetClerk, district.Street2);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<ExportRosterWorkbook>().AskAsync(other, committee, null, null, null, Ct));
        var after = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = nameof(Right.Export) }, Ct);
        Assert.Equal(1, after.Total);
    }
}
