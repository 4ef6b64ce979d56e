using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Renewals;

public class OpenRenewalTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData(200, false, null)] // more than half a year ahead
    [InlineData(170, true, null)]
    [InlineData(-1, false, null)] // after the end
    [InlineData(200, true, "甘党〔2026〕5号")]
    [InlineData(-300, true, "甘党〔2026〕5号")]
    public async Task An_early_or_late_renewal_needs_approval(int daysToTheEnd, bool opens, string? approval)
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, daysToTheEnd);
        var form = new OpenRenewal.Form
        {
            CommitteeId = committee,
            ExpectedVersion = 1,
            On = district.Today,
            Approval = approval,
        };
        if (opens)
            await district.Use<OpenRenewal>().RunAsync(district.Admin, form, Ct);
        else
            Assert.Equal(
                "Terms.ApprovalMissing",
                await RuleAssert.KeyOfAsync(() => district.Use<OpenRenewal>().RunAsync(district.Admin, form, Ct))
            );
    }

    [Theory]
    [InlineData(370, "Terms.TooEarly")]
    [InlineData(-370, "Terms.TooLate")]
    public async Task A_renewal_is_at_most_a_year_early_or_late_even_with_approval(int daysToTheEnd, string rule)
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, daysToTheEnd);
        Assert.Equal(
            rule,
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<OpenRenewal>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                            Approval = "甘党〔2026〕5号",
                        },
                        Ct
                    )
            )
        );
    }

    [Fact]
    public async Task The_roster_is_copied_as_proposals_and_seats_without_a_holder_stay_open()
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, 90);
        await TermsFixture.RosterAsync(district, committee);
        var renewal = await TermsFixture.OpenAsync(district, committee);
        var seen = await district.Use<SeeRenewal>().AskAsync(district.Admin, renewal, Ct);
        Assert.Equal(["甲校书记", "乙校书记", null], seen.Rows.Select(r => r.Nominee));
        Assert.Equal(["甲校书记", "乙校书记", null], seen.Rows.Select(r => r.Holder));
        Assert.All(
            seen.Rows.Take(2),
            r => Assert.Equal((NominationState.Nominated, NominationAction.Consented, false), (r.State, r.Next, r.IsReady))
        );
        Assert.Equal((2, 1, 0), (seen.TermNumber, seen.Open, seen.Ready));
        Assert.Equal("Terms.RenewalIsOpen", await RuleAssert.KeyOfAsync(() => TermsFixture.OpenAsync(district, committee)));
    }
}
