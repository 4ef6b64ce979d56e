using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Committees.Kinds;

public class KindsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_district_begins_with_every_standard_kind_and_the_customary_ranges()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var kinds = (await district.Use<SeeCommitteeKinds>().AskAsync(district.Admin, Ct)).Select(k => k.Kind).ToList();
        Assert.Equal(Enum.GetValues<CommitteeKind>().Except([CommitteeKind.Own]), kinds.Select(k => k.Kind));
        Assert.Equal(
            [PlaceLevel.District, PlaceLevel.Street, PlaceLevel.Community, PlaceLevel.Street, PlaceLevel.Community, (PlaceLevel?)null],
            kinds.Select(k => k.Level)
        );
        Assert.Equal([(8, 10), (3, 5)], kinds.Where(k => k.Min is not null).Select(k => (k.Min!.Value, k.Max!.Value)));
        Assert.Equal(
            ("书记", "副书记", "兼职委员"),
            kinds.Where(k => k.Kind == CommitteeKind.BigParty).Select(k => (k.ConvenerTitle, k.DeputyTitle, k.MemberTitle)).Single()
        );
    }

    [Fact]
    public async Task Lists_rosters_exports_and_figures_speak_the_districts_words()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var kind = await district.CommitteeKindAsync();
        await district
            .Use<EditCommitteeKind>()
            .RunAsync(
                district.Admin,
                EditCommitteeKind.Form.Of(kind.Kind, kind.RowVersion) with
                {
                    Name = "街道党建联席会",
                    MemberTitle = "席位委员",
                },
                Ct
            );

        var row = Assert.Single((await district.Use<ListCommittees>().AskAsync(district.Admin, new() { KindId = kind.Kind.Id }, Ct)).Rows);
        Assert.Equal(("街道党建联席会", CommitteeKind.BigWorking), (row.KindText, row.Kind));
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(("街道党建联席会", "席位委员"), (roster.Kind.Said, roster.Kind.TitleOf(SeatRole.Member)));
        Assert.Equal("东街道党建联席会", roster.Kind.NameAt("东街道"));
        var cells = await LibreOfficeReader.CellsAsync(
            (await district.Use<ExportCommitteesWorkbook>().AskAsync(district.Admin, new() { KindId = kind.Kind.Id }, Ct)).Bytes
        );
        Assert.Contains("街道党建联席会", cells[1][0], StringComparison.Ordinal);
        Assert.Equal("街道党建联席会", cells[3][4]);
        var coverage = (await district.Use<CoBuilding.Dashboards.SeeDashboard>().AskAsync(district.Admin, Ct)).Coverage.Single(c =>
            c.KindId == kind.Kind.Id
        );
        Assert.Equal(("街道党建联席会", 1, 2), (coverage.KindText, coverage.Established, coverage.Places));
    }

    [Fact]
    public async Task A_standard_name_reads_in_English_and_the_districts_own_as_it_is()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var party = (await district.CommitteeKindAsync(CommitteeKind.BigParty)).Kind;
        Assert.Equal("Big Party committee", CultureScope.In(new("en"), () => party.Said));
        party.Name = "社区党委扩大会";
        Assert.Equal(("社区党委扩大会", "东一社区党委扩大会"), CultureScope.In(new("en"), () => (party.Said, party.NameAt("东一社区"))));
    }

    [Fact]
    public async Task Only_the_districts_administrator_changes_kinds()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        await Assert.ThrowsAsync<Denied>(() => district.Use<AddCommitteeKind>().RunAsync(clerk, CommitteeKindsFixture.Form("联盟"), Ct));
    }
}
