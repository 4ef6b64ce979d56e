using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CommitteeKinds;
using CoBuilding.Committees.Consortiums;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees;

public class CommitteeKindsTests(TestCluster cluster)
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
            (await district.Use<ExportCommittees>().AskAsync(district.Admin, new() { KindId = kind.Kind.Id }, Ct)).Bytes
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
    public async Task A_place_has_one_body_of_a_kind_but_several_of_an_own_kind_told_apart_by_name()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.CommitteeAsync(district.Street1);
        Assert.Equal("Committees.PlaceHasOne", await BrokenAsync(() => district.CommitteeAsync(district.Street1)));

        var own = Form("楼宇党建联盟") with { Level = PlaceLevel.Street };
        await district.Use<AddCommitteeKind>().RunAsync(district.Admin, own, Ct);
        await EstablishAsync("东港楼宇联盟");
        await EstablishAsync("人民路楼宇联盟");
        Assert.Equal("Committees.NameIsTaken", await BrokenAsync(() => EstablishAsync("东港楼宇联盟")));
        Assert.Equal(2, (await district.Use<ListCommittees>().AskAsync(district.Admin, new() { KindId = own.KindId }, Ct)).Total);
        Assert.DoesNotContain(
            (await district.Use<CoBuilding.Dashboards.SeeDashboard>().AskAsync(district.Admin, Ct)).Coverage,
            c => c.KindId == own.KindId
        );
        var places = await district.Use<ListUncovered>().AskAsync(district.Admin, new() { KindId = own.KindId }, Ct);
        Assert.Equal([district.Street1.Id, district.Street2.Id], places.Rows.Select(r => r.PlaceId));

        Task EstablishAsync(string name) =>
            district
                .Use<EstablishCommittee>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        KindId = own.KindId,
                        PlaceId = district.Street1.Id,
                        Name = name,
                        EstablishedOn = district.Today,
                    },
                    Ct
                );
    }

    [Fact]
    public async Task WrongLevel()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(
            "Committees.WrongLevel",
            await BrokenAsync(() => district.CommitteeAsync(district.Community1, CommitteeKind.BigWorking))
        );
        foreach (var place in new[] { district.Root, district.Street1, district.Community1 })
            await district.CommitteeAsync(place, CommitteeKind.Consortium);
    }

    [Fact]
    public async Task OutsideTerritory()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (working, consortium) = (
            await district.CommitteeAsync(district.Street1),
            await district.CommitteeAsync(district.Street1, CommitteeKind.Consortium)
        );
        Assert.Equal(
            "Committees.OutsideTerritory",
            await BrokenAsync(() => district.MemberAsync(working, district.Street2, "驻西街道某部"))
        );
        await district.MemberAsync(consortium, district.Community2, "驻西社区某部");
        Assert.Equal((false, true), (await IsAcrossAsync(working), await IsAcrossAsync(consortium)));

        async Task<bool> IsAcrossAsync(Guid committee) =>
            (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).IsAcrossPlaces;
    }

    [Fact]
    public async Task A_consortiums_host_gives_seats_to_units_out_of_reach_and_learns_no_more_than_name_and_place()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var (consortium, working) = (
            await district.CommitteeAsync(district.Street1, CommitteeKind.Consortium),
            await district.CommitteeAsync(district.Street1)
        );
        var far = await district.UnitAsync(district.Community2, "海港船厂", UnitKind.StateEnterprise);
        await district.PersonAsync(far, "联系人");

        var found = Assert.Single(
            (await district.Use<FindConsortiumUnits>().AskAsync(clerk, new() { CommitteeId = consortium, Search = "船厂" }, Ct)).Rows
        );
        Assert.Equal(new FindConsortiumUnits.Row(far, "海港船厂", "西一社区", "西街道"), found);
        Assert.Empty(
            (await district.Use<FindConsortiumUnits>().AskAsync(clerk, new() { CommitteeId = consortium, Search = "联系人" }, Ct)).Rows
        );
        await Assert.ThrowsAsync<NotFound>(() => district.Use<FindConsortiumUnits>().AskAsync(clerk, new() { CommitteeId = working }, Ct));
        var another = await district.ClerkAsync(district.Street2);
        await Assert.ThrowsAsync<NotFound>(() =>
            district.Use<FindConsortiumUnits>().AskAsync(another, new() { CommitteeId = consortium }, Ct)
        );

        await district
            .Use<AddSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    CommitteeId = consortium,
                    UnitId = far,
                    Title = "成员",
                    From = district.Today,
                },
                Ct
            );
        Assert.Equal("海港船厂", Assert.Single((await district.Use<SeeRoster>().AskAsync(clerk, consortium, null, null, Ct)).Rows).Unit);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeUnit>().AskAsync(clerk, far, Ct));
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<AddSeat>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        CommitteeId = working,
                        UnitId = far,
                        Title = "委员",
                        From = district.Today,
                    },
                    Ct
                )
        );
    }

    [Fact]
    public async Task An_even_number_of_members_is_pointed_out_only_where_the_district_wants_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.MemberAsync(committee, district.Community1, "甲");
        var host = await district.UnitAsync(district.Street1, "东街道办事处");
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    Kind = SeatKind.FullTime,
                    PersonId = await district.PersonAsync(host, "书记"),
                    Title = "书记",
                    From = district.Today,
                },
                Ct
            );
        Assert.False(await IsPointedOutAsync());
        var kind = await district.CommitteeKindAsync();
        await district
            .Use<EditCommitteeKind>()
            .RunAsync(district.Admin, EditCommitteeKind.Form.Of(kind.Kind, kind.RowVersion) with { WarnsEven = true }, Ct);
        Assert.True(await IsPointedOutAsync()); // full- and part-time together
        await district.MemberAsync(committee, district.Community1, "乙");
        Assert.False(await IsPointedOutAsync());

        async Task<bool> IsPointedOutAsync()
        {
            var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
            return roster.Kind.PointsOut(roster.Members);
        }
    }

    [Fact]
    public async Task NameIsTaken()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(
            "CommitteeKinds.NameIsTaken",
            await BrokenAsync(() => district.Use<AddCommitteeKind>().RunAsync(district.Admin, Form("社区大党委"), Ct))
        );
    }

    [Fact]
    public async Task KindIsRetired()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.CommitteeAsync(district.Street1);
        var kind = await district.CommitteeKindAsync();
        await district
            .Use<RetireCommitteeKind>()
            .RunAsync(district.Admin, new() { KindId = kind.Kind.Id, ExpectedVersion = kind.RowVersion }, Ct);
        Assert.Equal("CommitteeKinds.KindIsRetired", await BrokenAsync(() => district.CommitteeAsync(district.Street2)));
        Assert.Equal(1, (await district.Use<ListCommittees>().AskAsync(district.Admin, new() { KindId = kind.Kind.Id }, Ct)).Total);
        Assert.Equal(
            "CommitteeKinds.AlreadyRetired",
            await BrokenAsync(() =>
                district
                    .Use<RetireCommitteeKind>()
                    .RunAsync(district.Admin, new() { KindId = kind.Kind.Id, ExpectedVersion = kind.RowVersion + 1 }, Ct)
            )
        );
        await district
            .Use<ReviveCommitteeKind>()
            .RunAsync(district.Admin, new() { KindId = kind.Kind.Id, ExpectedVersion = kind.RowVersion + 1 }, Ct);
        await district.CommitteeAsync(district.Street2);
        Assert.Equal(
            "CommitteeKinds.NotRetired",
            await BrokenAsync(() =>
                district
                    .Use<ReviveCommitteeKind>()
                    .RunAsync(district.Admin, new() { KindId = kind.Kind.Id, ExpectedVersion = kind.RowVersion + 2 }, Ct)
            )
        );
    }

    [Theory]
    [InlineData(3, null, "Max")]
    [InlineData(null, 3, "Min")]
    [InlineData(5, 3, "Max")]
    public async Task A_range_has_both_ends_in_their_order(int? min, int? max, string field)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var refused = await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<AddCommitteeKind>().RunAsync(district.Admin, Form("联盟") with { Min = min, Max = max }, Ct)
        );
        Assert.Equal(field, Assert.Single(refused.Problems).Field);
    }

    [Fact]
    public async Task Only_the_districts_administrator_changes_kinds()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        await Assert.ThrowsAsync<Denied>(() => district.Use<AddCommitteeKind>().RunAsync(clerk, Form("联盟"), Ct));
    }

    private static AddCommitteeKind.Form Form(string name) =>
        new()
        {
            Name = name,
            ConvenerTitle = "召集人",
            DeputyTitle = "副召集人",
            MemberTitle = "成员",
        };

    private static async Task<string> BrokenAsync(Func<Task> useCase) => (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key;
}
