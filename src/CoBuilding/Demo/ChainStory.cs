using CoBuilding.Places;
using CoBuilding.Places.PartyChain;
using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>Creates a street's Party chain: leading organizations, branches and groups, with member counts.</summary>
internal sealed class ChainStory(StreetYear year) : IDemoChapter
{
    private static readonly string[] Numerals = ["一", "二", "三", "四"];

    private readonly DemoStreet plan = year.Plan;
    private readonly DemoUser user = year.User;
    private readonly StorySchedule storySchedule = year.Schedule;
    private readonly SeededRandom random = year.RandomOf("chain");
    private readonly List<(Place Place, Guid Organization, int Members)> counted = [];

    public int Position => 20;
    public bool IsTold => plan.IsRich;

    public void Plan()
    {
        storySchedule.At(year.On(3, 9), EnterAsync);
        storySchedule.At(ChinaTime.At(year.Ago(150), new TimeOnly(10, 40)), CountAgainAsync);
    }

    private async Task EnterAsync(CancellationToken ct)
    {
        var street = await EnterAsync(
            plan.Street,
            plan.Street.Kind is PlaceKind.Town or PlaceKind.Township ? ChainKind.Committee : ChainKind.WorkingCommittee,
            null,
            null,
            null,
            ct
        );
        await EnterAsync(plan.Street, ChainKind.Branch, "机关党支部", street, random.Between(18, 45), ct);
        if (plan.IsDemoStreet)
        {
            var firms = await EnterAsync(plan.Street, ChainKind.GeneralBranch, "两新组织党总支", street, null, ct);
            foreach (var name in new[] { "非公企业联合党支部", "社会组织联合党支部" })
                await EnterAsync(plan.Street, ChainKind.Branch, name, firms, random.Between(9, 24), ct);
        }
        var told = plan.Communities.Select(c => c.Place.Id).ToHashSet();
        foreach (var community in plan.AllCommunities.Where(c => plan.IsDemoStreet || told.Contains(c.Id)))
            await EnterAsync(community, told.Contains(community.Id), ct);
    }

    /// <summary>Half a year later most counts have changed slightly.</summary>
    private async Task CountAgainAsync(CancellationToken ct)
    {
        foreach (var ofPlace in counted.GroupBy(c => c.Place))
            await user.DoAsync<RecordMemberCounts>(
                (record, who) =>
                    record.RunAsync(
                        who,
                        new()
                        {
                            PlaceId = ofPlace.Key.Id,
                            AsOf = storySchedule.Clock.GetUtcNow().ChinaDate(),
                            Lines =
                            [
                                .. ofPlace.Select(c => new RecordMemberCounts.Line
                                {
                                    OrganizationId = c.Organization,
                                    Members = Math.Max(0, c.Members + random.Between(-2, 3)),
                                }),
                            ],
                        },
                        ct
                    ),
                ct
            );
    }

    private async Task EnterAsync(Place community, bool isReported, CancellationToken ct)
    {
        var branches = isReported ? random.Between(2, 4) : 0;
        var sizes = Enumerable.Range(0, branches).Select(_ => random.Between(12, 48)).ToList();
        // One count per street intentionally does not add up.
        var own =
            branches == 0 ? random.Between(30, 120) : sizes.Sum() + (plan.IsDemoStreet && community == plan.Communities[0].Place ? 2 : 0);
        var lead = await EnterAsync(
            community,
            branches == 0 || own < 100 ? ChainKind.GeneralBranch : ChainKind.Committee,
            null,
            null,
            own,
            ct
        );
        for (var n = 0; n < branches; n++)
        {
            var branch = await EnterAsync(community, ChainKind.Branch, $"第{Numerals[n]}党支部", lead, sizes[n], ct);
            if (!plan.IsDemoStreet || n > 0)
                continue;
            foreach (var half in new[] { (0, sizes[n] / 2), (1, sizes[n] - (sizes[n] / 2)) })
                await EnterAsync(community, ChainKind.Group, $"第{Numerals[half.Item1]}党小组", branch, half.Item2, ct);
        }
    }

    private async Task<Guid> EnterAsync(Place place, ChainKind kind, string? name, Guid? superior, int? members, CancellationToken ct)
    {
        var form = new EnterPartyOrganization.Form
        {
            PlaceId = place.Id,
            Kind = kind,
            Name = name ?? place.Name + Texts.Wording.T(kind),
            SuperiorId = superior,
            Members = members,
            AsOf = storySchedule.Clock.GetUtcNow().ChinaDate(),
        };
        await user.DoAsync<EnterPartyOrganization>((enter, who) => enter.RunAsync(who, form, ct), ct);
        if (members is { } number && place.Level == PlaceLevel.Street)
            counted.Add((place, form.OrganizationId, number));
        return form.OrganizationId;
    }
}
