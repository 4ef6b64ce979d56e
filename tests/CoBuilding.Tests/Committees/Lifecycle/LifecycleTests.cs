using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Terms;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Lifecycle;

public class LifecycleTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task What_waits_is_a_to_do_of_whoever_answers_for_it()
    {
        var (district, host, above) = await LifecycleFixture.OfficesAsync(cluster);
        var committee = await LifecycleFixture.PrepareAsync(district, host);
        Assert.Empty(await ToDosAsync(host));
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Name = "大党委",
                },
                Ct
            );
        Assert.Empty(await ToDosAsync(host));
        Assert.Equal([CommitteeToDos.ApproveCommittee], await ToDosAsync(above));
        await district
            .Use<ReturnCommittee>()
            .RunAsync(
                above,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 2,
                    On = district.Today,
                    Remark = "补",
                },
                Ct
            );
        Assert.Equal([CommitteeToDos.ReviseCommittee], await ToDosAsync(host));
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 3,
                    On = district.Today,
                    Name = "大党委",
                },
                Ct
            );
        await district
            .Use<ApproveCommittee>()
            .RunAsync(
                above,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 4,
                    On = district.Today,
                },
                Ct
            );
        Assert.Equal([CommitteeToDos.EstablishCommittee], await ToDosAsync(host));
        await district
            .Use<EstablishPrepared>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 5,
                    On = district.Today,
                },
                Ct
            );
        Assert.Empty(await ToDosAsync(host));

        async Task<string[]> ToDosAsync(Scope scope) =>
            [.. (await district.Use<ListToDos>().AskAsync(scope, Ct)).First.Select(t => t.Kind)];
    }

    [Fact]
    public async Task A_committee_stands_at_one_point_of_its_life_on_every_day()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (start, end) = (district.Today, district.Today.AddMonths(8));
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "大工委",
            EstablishedOn = start.AddDays(3),
            TermEndsOn = end,
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        await ExpectAsync(start, CommitteeState.Approved);
        await ExpectAsync(start.AddDays(3), CommitteeState.InTerm);
        await ExpectAsync(end.AddMonths(-6).AddDays(-1), CommitteeState.InTerm);
        await ExpectAsync(end.AddMonths(-6), CommitteeState.DueSoon);
        await ExpectAsync(end, CommitteeState.Overdue);
        await district
            .Use<ExtendTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = form.CommitteeId,
                    ExpectedVersion = 1,
                    Until = end.AddYears(1),
                    Approval = "1号",
                },
                Ct
            );
        await ExpectAsync(end, CommitteeState.Extended);
        await ExpectAsync(end.AddYears(1), CommitteeState.Overdue);
        var renewal = new OpenRenewal.Form
        {
            CommitteeId = form.CommitteeId,
            ExpectedVersion = 2,
            On = district.Today,
            Approval = "2号",
        };
        await district.Use<OpenRenewal>().RunAsync(district.Admin, renewal, Ct);
        await ExpectAsync(district.Today, CommitteeState.Renewing);
        await district
            .Use<ConveneTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    RenewalId = renewal.RenewalId,
                    ExpectedVersion = 1,
                    On = district.Today,
                    TermEndsOn = district.Today.AddYears(5),
                },
                Ct
            );
        await ExpectAsync(district.Today, CommitteeState.InTerm);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = form.CommitteeId,
                    ExpectedVersion = 3,
                    On = district.Today.AddDays(1),
                    Reason = "区划调整",
                },
                Ct
            );
        await ExpectAsync(district.Today, CommitteeState.InTerm);
        await ExpectAsync(district.Today.AddDays(1), CommitteeState.Dissolved);
        var events = (await LifecycleFixture.SeeAsync(district, district.Admin, form.CommitteeId)).Events;
        Assert.Equal(
            [
                LifecycleEvent.Established,
                LifecycleEvent.Extended,
                LifecycleEvent.RenewalOpened,
                LifecycleEvent.TermBegan,
                LifecycleEvent.Dissolved,
            ],
            events.Select(e => e.Kind)
        );
        Assert.All(events, e => Assert.Equal("区级管理员", e.Who));
        Assert.Equal([start, end, end.AddYears(1), end.AddYears(1), end.AddYears(1)], events.Select(e => e.RecordedAt!.Value.ChinaDate()));

        async Task ExpectAsync(DateOnly day, CommitteeState state)
        {
            district.Clock.SetUtcNow(ChinaTime.At(day, new TimeOnly(10, 0)).ToUniversalTime());
            await district.RenewAdminAsync();
            Assert.Equal((day, state), (day, (await LifecycleFixture.SeeAsync(district, district.Admin, form.CommitteeId)).State));
            foreach (var other in Enum.GetValues<CommitteeState>())
                Assert.Equal(other == state ? [form.CommitteeId] : [], await LifecycleFixture.ListAsync(district, other));
        }
    }
}
