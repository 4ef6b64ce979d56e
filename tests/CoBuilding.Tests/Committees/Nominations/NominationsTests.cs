using CoBuilding.Access;
using CoBuilding.Committees.Nominations;
using CoBuilding.Dashboards;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Nominations;

public class NominationsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task What_waits_for_me_stands_on_my_list()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var (community, street) = (
            await district.StaffAsync("community", Role.CommunityClerk, district.Community1),
            await district.ClerkAsync(district.Street1)
        );
        var first = await NominationsFixture.SubmittedAsync(district, committee, "甲");
        await NominationsFixture.SubmittedAsync(district, committee, "乙");
        Assert.Equal([(NominationToDos.ApproveNominations, committee, 2)], await ToDosAsync(street));
        Assert.Empty(await ToDosAsync(community));
        // The street answers for its communities; the district is asked about streets.
        Assert.Empty(await ToDosAsync(district.Admin));

        await district
            .Use<ReturnNomination>()
            .RunAsync(
                street,
                new()
                {
                    NominationId = first,
                    ExpectedVersion = 4,
                    On = district.Today,
                    Reason = "请补材料",
                },
                Ct
            );
        Assert.Equal([(NominationToDos.ReviseNominations, committee, 1)], await ToDosAsync(community));
        await NominationsFixture.StepAsync(district, community, first, NominationAction.Submitted);
        await NominationsFixture.StepAsync(district, street, first, NominationAction.Approved);
        await NominationsFixture.StepAsync(district, community, first, NominationAction.Publicized);
        Assert.Empty(await ToDosAsync(community));
        district.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal([(NominationToDos.AppointNominees, committee, 1)], await ToDosAsync(await district.SignInAsync("community")));

        async Task<List<(string, Guid, int)>> ToDosAsync(Scope scope) =>
            [.. (await district.Use<ListToDos>().AskAsync(scope, Ct)).First.Select(r => (r.Kind, r.SubjectId, r.Count))];
    }
}
