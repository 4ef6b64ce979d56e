using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Renewals;

public class CancelRenewalTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_renewal_that_is_given_up_withdraws_its_proposals_and_the_term_goes_on()
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, 90);
        await TermsFixture.RosterAsync(district, committee);
        var renewal = await TermsFixture.OpenAsync(district, committee);
        await district
            .Use<CancelRenewal>()
            .RunAsync(
                district.Admin,
                new()
                {
                    RenewalId = renewal,
                    ExpectedVersion = 1,
                    Reason = "上级统一安排",
                },
                Ct
            );
        Assert.Empty((await district.Use<ListNominations>().AskAsync(district.Admin, new(), Ct)).Rows);
        Assert.All(
            (await district.Use<ListNominations>().AskAsync(district.Admin, new() { WithOver = true }, Ct)).Rows,
            r => Assert.Equal(NominationState.Withdrawn, r.State)
        );
        var terms = await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct);
        Assert.Equal((1, 1, null), (terms.Terms.Count, terms.Current.Number, terms.RenewalId));
        await TermsFixture.OpenAsync(district, committee);
    }
}
