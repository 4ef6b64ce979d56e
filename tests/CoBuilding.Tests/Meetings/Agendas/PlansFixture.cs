using CoBuilding.Meetings.Agendas;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

/// <summary>A planned meeting for which topics are collected.</summary>
internal static class PlansFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<(TestDistrict District, Guid Committee, (Guid Seat, Guid Unit, Guid Person) Member)> CreateAsync(
        TestCluster cluster
    )
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        return (district, committee, await district.MemberAsync(committee, district.Street1, "U1"));
    }

    public static Task<SeePlan.Answer> SeeAsync(TestDistrict district, Guid plan) =>
        district.Use<SeePlan>().AskAsync(district.Admin, plan, Ct);

    public static async Task CollectAsync(TestDistrict district, Guid plan, int days) =>
        await district
            .Use<CollectTopics>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = (await SeeAsync(district, plan)).RowVersion,
                    UntilDay = district.Today.AddDays(days),
                },
                Ct
            );

    public static Task<IReadOnlyList<MakeTopicLinks.Made>> LinksAsync(TestDistrict district, Guid plan) =>
        district.Use<MakeTopicLinks>().RunAsync(district.Admin, new() { PlanId = plan }, Ct);

    public static async Task<Guid> EnterAsync(TestDistrict district, Guid plan, string title, Guid? call = null)
    {
        var form = new EnterTopic.Form
        {
            PlanId = plan,
            Title = title,
            CallId = call,
            ToldBy = call is null ? null : "李",
        };
        await district.Use<EnterTopic>().RunAsync(district.Admin, form, Ct);
        return form.TopicId;
    }
}
