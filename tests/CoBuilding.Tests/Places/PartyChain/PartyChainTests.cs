using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.PartyChain;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Places.PartyChain;

public class PartyChainTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_street_is_led_by_a_working_committee_or_a_committee_and_a_community_never_by_a_group()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(
            ("PartyChain.CannotLead", "Kind"),
            await BrokenAsync(() => district.OrganizationAsync(district.Street1, ChainKind.GeneralBranch))
        );
        Assert.Equal(
            ("PartyChain.CannotLead", "Kind"),
            await BrokenAsync(() => district.OrganizationAsync(district.Community1, ChainKind.WorkingCommittee))
        );
        Assert.Equal(
            ("PartyChain.CannotLead", "Kind"),
            await BrokenAsync(() => district.OrganizationAsync(district.Community1, ChainKind.Group))
        );
        await district.OrganizationAsync(district.Street1, ChainKind.Committee);
        await district.OrganizationAsync(district.Street2, ChainKind.WorkingCommittee);
        await district.OrganizationAsync(district.Community1, ChainKind.Branch);
    }

    [Fact]
    public async Task The_district_has_no_chain_of_its_own()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(
            ("PartyChain.HasNoChain", "PlaceId"),
            await BrokenAsync(() => district.OrganizationAsync(district.Root, ChainKind.WorkingCommittee))
        );
    }

    [Fact]
    public async Task A_place_is_led_by_one_organization()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.OrganizationAsync(district.Community1, ChainKind.Committee);
        Assert.Equal(
            ("PartyChain.PlaceIsLed", null),
            await BrokenAsync(() => district.OrganizationAsync(district.Community1, ChainKind.Committee, "第二党委"))
        );
    }

    [Fact]
    public async Task A_superior_is_of_the_same_place()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var street = await district.OrganizationAsync(district.Street1, ChainKind.WorkingCommittee);
        Assert.Equal(
            ("PartyChain.SuperiorElsewhere", "SuperiorId"),
            await BrokenAsync(() => district.OrganizationAsync(district.Community1, ChainKind.Branch, superior: street))
        );
    }

    [Theory]
    [InlineData(ChainKind.Committee, ChainKind.WorkingCommittee)]
    [InlineData(ChainKind.GeneralBranch, ChainKind.Branch)]
    [InlineData(ChainKind.Branch, ChainKind.Branch)]
    [InlineData(ChainKind.Group, ChainKind.GeneralBranch)]
    [InlineData(ChainKind.Group, ChainKind.Group)]
    [InlineData(ChainKind.Branch, ChainKind.Group)]
    public async Task A_superior_is_of_a_higher_kind_and_a_group_s_is_a_branch(ChainKind kind, ChainKind superior)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var above = await StandAsync(district, superior);
        Assert.Equal(
            ("PartyChain.SuperiorOfWrongKind", "SuperiorId"),
            await BrokenAsync(() =>
                district.OrganizationAsync(district.Street1, kind == ChainKind.Committee ? ChainKind.WorkingCommittee : kind, "某", above)
            )
        );
    }

    [Fact]
    public async Task A_committee_stands_below_another_only_where_that_one_leads_the_place()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var lead = await district.OrganizationAsync(district.Street1, ChainKind.Committee);
        var second = await district.OrganizationAsync(district.Street1, ChainKind.Committee, "综合党委", lead);
        Assert.Equal(
            ("PartyChain.SuperiorOfWrongKind", "SuperiorId"),
            await BrokenAsync(() => district.OrganizationAsync(district.Street1, ChainKind.Committee, "第三党委", second))
        );
        var below = new EditPartyOrganization.Form
        {
            OrganizationId = lead,
            ExpectedVersion = 1,
            Kind = ChainKind.Committee,
            Name = "街道党委",
            SuperiorId = second,
        };
        Assert.Equal(
            ("PartyChain.SuperiorOfWrongKind", "SuperiorId"),
            await BrokenAsync(() => district.Use<EditPartyOrganization>().RunAsync(district.Admin, below, Ct))
        );
        Assert.Equal(
            ("PartyChain.SuperiorOfWrongKind", "SuperiorId"),
            await BrokenAsync(() => district.Use<EditPartyOrganization>().RunAsync(district.Admin, below with { SuperiorId = lead }, Ct))
        );
    }

    [Fact]
    public async Task A_superior_has_not_ended()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.OrganizationAsync(district.Street1, ChainKind.WorkingCommittee);
        var lead = await district.OrganizationAsync(district.Community1, ChainKind.GeneralBranch);
        await EndAsync(district, lead, district.Today.AddDays(9));
        Assert.Equal(
            ("PartyChain.SuperiorHasEnded", "SuperiorId"),
            await BrokenAsync(() => district.OrganizationAsync(district.Community1, ChainKind.Branch, superior: lead))
        );
    }

    [Fact]
    public async Task A_general_branch_becomes_a_committee_but_no_branch_while_branches_stand_below_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var lead = await district.OrganizationAsync(district.Community1, ChainKind.GeneralBranch);
        await district.OrganizationAsync(district.Community1, ChainKind.Branch, "第一党支部", lead);
        var form = new EditPartyOrganization.Form
        {
            OrganizationId = lead,
            ExpectedVersion = 1,
            Kind = ChainKind.Branch,
            Name = "社区党支部",
        };
        Assert.Equal(
            ("PartyChain.SubordinateOfWrongKind", "Kind"),
            await BrokenAsync(() => district.Use<EditPartyOrganization>().RunAsync(district.Admin, form, Ct))
        );
        await district
            .Use<EditPartyOrganization>()
            .RunAsync(district.Admin, form with { Kind = ChainKind.Committee, Name = "社区党委" }, Ct);
        var root = Assert.Single((await SeeAsync(district, district.Community1)).Roots);
        Assert.Equal((ChainKind.Committee, "社区党委", 1), (root.Kind, root.Name, root.Nodes.Count));
    }

    [Fact]
    public async Task Names_are_told_apart_below_one_superior()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var lead = await district.OrganizationAsync(district.Community1, ChainKind.Committee);
        var first = await district.OrganizationAsync(district.Community1, ChainKind.Branch, "第一党支部", lead);
        var second = await district.OrganizationAsync(district.Community1, ChainKind.Branch, "第二党支部", lead);
        foreach (var branch in new[] { first, second })
            await district.OrganizationAsync(district.Community1, ChainKind.Group, "第一党小组", branch);
        Assert.Equal(
            ("PartyChain.NameIsTaken", null),
            await BrokenAsync(() => district.OrganizationAsync(district.Community1, ChainKind.Group, "第一党小组", first))
        );
    }

    [Fact]
    public async Task What_has_subordinates_does_not_end_and_what_ended_makes_room()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var lead = await district.OrganizationAsync(district.Community1, ChainKind.GeneralBranch, members: 12);
        var branch = await district.OrganizationAsync(district.Community1, ChainKind.Branch, "第一党支部", lead);
        Assert.Equal(("PartyChain.HasSubordinates", "On"), await BrokenAsync(() => EndAsync(district, lead, district.Today)));
        await EndAsync(district, branch, district.Today);
        Assert.Equal(("PartyChain.AlreadyEnded", "On"), await BrokenAsync(() => EndAsync(district, branch, district.Today, version: 2)));
        await EndAsync(district, lead, district.Today);
        await district.OrganizationAsync(district.Community1, ChainKind.Committee);
        Assert.Equal("东一社区Committee", Assert.Single((await SeeAsync(district, district.Community1)).Roots).Name);
        var yesterday = Assert.Single(
            (await SeeAsync(district, district.Community1, district.Today.AddDays(-1))).Roots,
            r => r.Kind == ChainKind.GeneralBranch
        );
        Assert.Equal("第一党支部", Assert.Single(yesterday.Nodes).Name);
    }

    [Fact]
    public async Task It_does_not_end_before_it_was_established()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterPartyOrganization.Form
        {
            PlaceId = district.Community1.Id,
            Kind = ChainKind.Branch,
            Name = "党支部",
            EstablishedOn = district.Today,
        };
        await district.Use<EnterPartyOrganization>().RunAsync(district.Admin, form, Ct);
        Assert.Equal(
            ("PartyChain.EndsBeforeItBegins", "On"),
            await BrokenAsync(() => EndAsync(district, form.OrganizationId, district.Today))
        );
    }

    [Fact]
    public async Task Organizations_of_a_place_are_listed_from_the_highest_kind_down()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Guid? lead = null;
        var last = Guid.Empty;
        foreach (var kind in new[] { ChainKind.Committee, ChainKind.Branch, ChainKind.GeneralBranch, ChainKind.Branch })
        {
            var form = new EnterPartyOrganization.Form
            {
                PlaceId = district.Community1.Id,
                Kind = kind,
                Name = $"党组织{last}",
                SuperiorId = lead,
            };
            await district.Use<EnterPartyOrganization>().RunAsync(district.Admin, form, Ct);
            (lead, last) = (lead ?? form.OrganizationId, form.OrganizationId);
        }
        // By their names it would be: Branch, Committee, GeneralBranch.
        var shown = await district.Use<SeePartyOrganization>().AskAsync(district.Admin, last, Ct);
        Assert.Equal([ChainKind.Committee, ChainKind.GeneralBranch, ChainKind.Branch], shown.Others.Select(o => o.Kind));
    }

    [Fact]
    public async Task A_count_is_of_a_past_day_on_which_the_organization_was_there()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterPartyOrganization.Form
        {
            PlaceId = district.Community1.Id,
            Kind = ChainKind.Branch,
            Name = "党支部",
            EstablishedOn = district.Today.AddYears(-1),
        };
        await district.Use<EnterPartyOrganization>().RunAsync(district.Admin, form, Ct);
        Assert.Equal(
            ("PartyChain.CountedAhead", "AsOf"),
            await BrokenAsync(() => CountAsync(district, district.Today.AddDays(1), (form.OrganizationId, 5)))
        );
        Assert.Equal(
            ("PartyChain.NotThereThen", "AsOf"),
            await BrokenAsync(() => CountAsync(district, district.Today.AddYears(-2), (form.OrganizationId, 5)))
        );
        await CountAsync(district, district.Today.AddYears(-1), (form.OrganizationId, 5));
    }

    [Fact]
    public async Task A_count_stands_until_the_next_and_a_correction_keeps_the_wrong_one_in_the_history()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var lead = await district.OrganizationAsync(district.Community1, ChainKind.Branch);
        var (june, october) = (new DateOnly(2026, 6, 30), new DateOnly(2026, 10, 1));
        await CountAsync(district, june, (lead, 30));
        await CountAsync(district, october, (lead, 28));
        district.Clock.Advance(TimeSpan.FromMinutes(1));
        await CountAsync(district, june, (lead, 31)); // recorded later, of an earlier day
        await CountAsync(district, october, (lead, 28)); // nothing new

        Assert.Equal(
            [(october, 28, false), (june, 31, false), (june, 30, true)],
            (await district.Use<SeePartyOrganization>().AskAsync(district.Admin, lead, Ct)).Counts.Select(c =>
                (c.AsOf, c.Members, c.SupersededAt is not null)
            )
        );
        foreach (
            var (day, members) in new (DateOnly, int?)[]
            {
                (june.AddDays(-1), null),
                (june, 31),
                (october.AddDays(-1), 31),
                (october, 28),
                (district.Today, 28),
            }
        )
            Assert.Equal(members, Assert.Single((await SeeAsync(district, district.Community1, day)).Roots).Own);
    }

    [Fact]
    public async Task The_tree_of_a_street_holds_its_communities_and_says_where_figures_do_not_add_up()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var street = await district.OrganizationAsync(district.Street1, ChainKind.WorkingCommittee, members: 100);
        await district.OrganizationAsync(district.Street1, ChainKind.Branch, "机关党支部", street, 20);
        var lead = await district.OrganizationAsync(district.Community1, ChainKind.Committee, members: 80);
        await district.OrganizationAsync(district.Community1, ChainKind.Branch, "第十党支部", lead, 30);
        await district.OrganizationAsync(district.Community1, ChainKind.Branch, "第九党支部", lead, 48);

        var chain = await SeeAsync(district, district.Street1);
        var root = Assert.Single(chain.Roots);
        Assert.Equal((100, SubordinateSum.Incomplete), (root.Below, root.SubordinateSum)); // the other community is not entered
        Assert.Equal(["机关党支部", "东一社区Committee"], root.Nodes.Select(n => n.Name));
        Assert.Equal((78, SubordinateSum.Differs), (root.Nodes[1].Below, root.Nodes[1].SubordinateSum));
        Assert.Equal(["第九党支部", "第十党支部"], root.Nodes[1].Nodes.Select(n => n.Name));
        Assert.Equal((100, 1, 5), (chain.Sums.Members, chain.Sums.Differing, chain.Sums.Organizations.Values.Sum()));
        var other = Assert.Single(chain.Unled);
        Assert.Equal("东二社区", other.Name);
        var form = new EnterPartyOrganization.Form
        {
            PlaceId = other.Id,
            Kind = ChainKind.Branch,
            Name = "东二社区党支部",
            Members = 0,
            AsOf = district.Today,
        };
        await district.Use<EnterPartyOrganization>().RunAsync(district.Admin, form, Ct);
        Assert.Equal(SubordinateSum.Agrees, Assert.Single((await SeeAsync(district, district.Street1)).Roots).SubordinateSum);

        var community = await SeeAsync(district, district.Community1);
        Assert.Equal(
            ("东街道", "东街道WorkingCommittee", 3),
            (community.Above!.Name, community.AboveLead, community.Sums.Organizations.Values.Sum())
        );
        var whole = await SeeAsync(district, district.Root);
        Assert.Equal((100, 6), (whole.Sums.Members, whole.Sums.Organizations.Values.Sum()));
        Assert.Equal(["东一社区Committee", "东二社区党支部"], Assert.Single(whole.Roots).Nodes.Select(n => n.Name));
    }

    [Fact]
    public async Task A_clerk_keeps_the_chain_of_the_own_place_and_sees_no_other()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var foreign = await district.OrganizationAsync(district.Street2, ChainKind.WorkingCommittee, members: 7);
        var clerk = await district.StaffAsync("community", Role.CommunityClerk, district.Community1);
        var form = new EnterPartyOrganization.Form
        {
            PlaceId = district.Community1.Id,
            Kind = ChainKind.Branch,
            Name = "党支部",
        };
        await district.Use<EnterPartyOrganization>().RunAsync(clerk, form, Ct);
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<EnterPartyOrganization>()
                .RunAsync(clerk, form with { OperationId = Guid.CreateVersion7(), PlaceId = district.Street1.Id }, Ct)
        );
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeePartyOrganization>().AskAsync(clerk, foreign, Ct));
        var other = await district.Use<SeePartyChain>().AskAsync(clerk, district.Street2.Id, null, Ct);
        Assert.False(other.IsWithin);
        Assert.Empty(other.Roots);
        Assert.Empty(other.Unled);
    }

    private static Task<SeePartyChain.Answer> SeeAsync(TestDistrict district, Place place, DateOnly? on = null) =>
        district.Use<SeePartyChain>().AskAsync(district.Admin, place.Id, on, Ct);

    private static Task CountAsync(TestDistrict district, DateOnly on, (Guid Organization, int Members) count) =>
        district
            .Use<RecordMemberCounts>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlaceId = district.Community1.Id,
                    AsOf = on,
                    Lines = [new() { OrganizationId = count.Organization, Members = count.Members }],
                },
                Ct
            );

    private static Task EndAsync(TestDistrict district, Guid organization, DateOnly on, long version = 1) =>
        district
            .Use<EndPartyOrganization>()
            .RunAsync(
                district.Admin,
                new()
                {
                    OrganizationId = organization,
                    ExpectedVersion = version,
                    On = on,
                },
                Ct
            );

    /// <summary>A street's chain down to one of the kind; its id.</summary>
    private static async Task<Guid> StandAsync(TestDistrict district, ChainKind kind)
    {
        var at = await district.OrganizationAsync(district.Street1, ChainKind.WorkingCommittee);
        if (kind == ChainKind.GeneralBranch)
            return await district.OrganizationAsync(district.Street1, kind, superior: at);
        if (kind >= ChainKind.Branch)
            at = await district.OrganizationAsync(district.Street1, ChainKind.Branch, superior: at);
        return kind == ChainKind.Group ? await district.OrganizationAsync(district.Street1, kind, superior: at) : at;
    }

    private static async Task<(string, string?)> BrokenAsync(Func<Task> useCase)
    {
        var broken = await Assert.ThrowsAsync<RuleBroken>(useCase);
        return (broken.Key, broken.Field);
    }
}
