using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees;

public class ExtendDissolveQuotaTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_term_is_extended_with_approval_by_at_most_a_year_after_the_planned_end()
    {
        var (district, committee) = await EstablishAsync();
        var planned = district.Today.AddMonths(3);
        var form = new ExtendTerm.Form
        {
            CommitteeId = committee,
            ExpectedVersion = 1,
            Until = planned.AddYears(1).AddDays(1),
            Approval = "甘党〔2026〕12号",
        };
        Assert.Equal(
            ("Committees.ExtendedTooFar", "Until"),
            await BrokenAsync(() => district.Use<ExtendTerm>().RunAsync(district.Admin, form, Ct))
        );
        Assert.Equal(
            ("Committees.ExtendedTooFar", "Until"),
            await BrokenAsync(() => district.Use<ExtendTerm>().RunAsync(district.Admin, form with { Until = planned }, Ct))
        );
        await district.Use<ExtendTerm>().RunAsync(district.Admin, form with { Until = planned.AddMonths(6) }, Ct);
        // A second extension is measured from the planned end as well.
        var again = form with
        {
            OperationId = Guid.CreateVersion7(),
            ExpectedVersion = 2,
        };
        Assert.Equal(
            ("Committees.ExtendedTooFar", "Until"),
            await BrokenAsync(() => district.Use<ExtendTerm>().RunAsync(district.Admin, again, Ct))
        );
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(
            (planned.AddMonths(6), planned, "甘党〔2026〕12号"),
            (roster.TermEndsOn, roster.ExtendedFrom, roster.ExtensionApproval)
        );
    }

    [Fact]
    public async Task A_dissolved_committee_ends_its_members_and_seats_keeps_its_history_and_makes_room_for_a_new_one()
    {
        var (district, committee) = await EstablishAsync();
        await district.MemberAsync(committee, district.Community1, "甲校");
        var on = district.Today.AddDays(10);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 2,
                    On = on,
                    Reason = "区划调整",
                },
                Ct
            );
        var before = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on.AddDays(-1), null, Ct);
        Assert.Equal("甲校书记", Assert.Single(before.Rows).Holder);
        Assert.Empty((await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, null, Ct)).Rows);
        Assert.Equal(
            ("Committees.AlreadyDissolved", "On"),
            await BrokenAsync(() =>
                district
                    .Use<DissolveCommittee>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 3,
                            On = on,
                            Reason = "再来",
                        },
                        Ct
                    )
            )
        );
        await district.CommitteeAsync(district.Street1);
    }

    [Fact]
    public async Task Going_beyond_the_range_warns_and_asks_why_only_where_the_district_wants_it()
    {
        var (district, committee) = await EstablishAsync();
        await district.RangeAsync(0, 1);
        await district.MemberAsync(committee, district.Community1, "甲校");
        await district.MemberAsync(committee, district.Community1, "乙校"); // beyond the range, without a reason
        await district.RangeAsync(0, 1, requiresReason: true);
        var unit = await district.UnitAsync(district.Community1, "丙校");
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = await district.PersonAsync(unit, "丙"),
            Title = "委员",
            From = district.Today,
        };
        Assert.Equal(
            ("Committees.QuotaReasonMissing", "QuotaReason"),
            await BrokenAsync(() => district.Use<AddSeat>().RunAsync(district.Admin, form, Ct))
        );
        await district.Use<AddSeat>().RunAsync(district.Admin, form with { QuotaReason = "新区并入" }, Ct);
        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "appointments" }, Ct);
        Assert.Contains(journal.Rows, r => r.After!.Contains("新区并入", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_still_saw_a_free_place_is_told_that_it_was_filled()
    {
        var (district, committee) = await EstablishAsync();
        await district.RangeAsync(0, 1);
        List<AddSeat.Form> forms = [];
        foreach (var name in new[] { "甲校", "乙校" })
        {
            var unit = await district.UnitAsync(district.Community1, name);
            forms.Add(
                new()
                {
                    CommitteeId = committee,
                    UnitId = unit,
                    PersonId = await district.PersonAsync(unit, name),
                    Title = "委员",
                    From = district.Today,
                    ExpectedMembers = 0,
                }
            );
        }
        await district.Use<AddSeat>().RunAsync(district.Admin, forms[0], Ct);
        Assert.Equal(
            ("Committees.QuotaFilledMeanwhile", "QuotaReason"),
            await BrokenAsync(() => district.Use<AddSeat>().RunAsync(district.Admin, forms[1], Ct))
        );
        await district.Use<AddSeat>().RunAsync(district.Admin, forms[1] with { QuotaReason = "已商定" }, Ct);
    }

    [Fact]
    public async Task Two_who_fill_the_last_place_at_the_same_moment_do_not_both_do_so_unnoticed()
    {
        var (district, committee) = await EstablishAsync();
        await district.RangeAsync(0, 1);
        List<AddSeat.Form> forms = [];
        foreach (var name in new[] { "甲校", "乙校" })
        {
            var unit = await district.UnitAsync(district.Community1, name);
            forms.Add(
                new()
                {
                    CommitteeId = committee,
                    UnitId = unit,
                    PersonId = await district.PersonAsync(unit, name),
                    Title = "委员",
                    From = district.Today,
                    ExpectedMembers = 0,
                }
            );
        }
        var tries = await Task.WhenAll(
            forms.Select(f => Record.ExceptionAsync(() => district.Use<AddSeat>().RunAsync(district.Admin, f, Ct)).AsTask())
        );
        Assert.Single(tries, t => t is null);
        Assert.True(tries.Single(t => t is not null) is Stale or RuleBroken { Key: "Committees.QuotaFilledMeanwhile" });
    }

    private async Task<(TestDistrict, Guid)> EstablishAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "东街道大工委",
            EstablishedOn = district.Today.AddYears(-1),
            TermEndsOn = district.Today.AddMonths(3),
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        return (district, form.CommitteeId);
    }

    private static async Task<(string, string?)> BrokenAsync(Func<Task> useCase)
    {
        var broken = await Assert.ThrowsAsync<RuleBroken>(useCase);
        return (broken.Key, broken.Field);
    }
}
