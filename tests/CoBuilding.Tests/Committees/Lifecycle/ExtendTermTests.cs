using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Lifecycle;

public class ExtendTermTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_term_is_extended_with_approval_by_at_most_a_year_after_the_planned_end()
    {
        var (district, committee) = await EstablishedCommitteeFixture.EstablishAsync(cluster);
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
            await RuleAssert.KeyAndFieldOfAsync(() => district.Use<ExtendTerm>().RunAsync(district.Admin, form, Ct))
        );
        Assert.Equal(
            ("Committees.ExtendedTooFar", "Until"),
            await RuleAssert.KeyAndFieldOfAsync(() =>
                district.Use<ExtendTerm>().RunAsync(district.Admin, form with { Until = planned }, Ct)
            )
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
            await RuleAssert.KeyAndFieldOfAsync(() => district.Use<ExtendTerm>().RunAsync(district.Admin, again, Ct))
        );
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(
            (planned.AddMonths(6), planned, "甘党〔2026〕12号"),
            (roster.TermEndsOn, roster.ExtendedFrom, roster.ExtensionApproval)
        );
    }
}
