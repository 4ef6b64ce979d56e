using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Renewals;

public class ConveneTermTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_new_term_follows_the_old_one_on_the_same_day_and_the_past_stays_visible()
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, 90);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        var (first, second) = await TermsFixture.RosterAsync(district, committee);
        var renewal = await TermsFixture.OpenAsync(district, committee);
        var rows = (await district.Use<SeeRenewal>().AskAsync(district.Admin, renewal, Ct)).Rows;

        // The first unit names another, the second confirms, the third names somebody late.
        var other = await district.PersonAsync(first.Unit, "甲校新书记");
        var instead = new NominateMember.Form
        {
            CommitteeId = committee,
            SeatId = first.Seat,
            RenewalId = renewal,
            InsteadOfId = rows[0].NominationId,
            InsteadOfExpectedVersion = 1,
            PersonId = other,
            Way = SelectionWay.UnitRecommended,
            On = district.Today,
        };
        await district.Use<NominateMember>().RunAsync(district.Admin, instead, Ct);
        await ConsentAsync(district, instead.NominationId, rows[1].NominationId!.Value);
        var on = district.Today.AddDays(30);
        var answer = await district
            .Use<ConveneTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    RenewalId = renewal,
                    ExpectedVersion = 1,
                    On = on,
                    TermEndsOn = on.AddYears(5),
                    LetterNumber = "东聘〔2026〕1号",
                    Due = 9,
                    Attended = 8,
                    VotesCast = 8,
                    VotesValid = 8,
                    Manner = "举手表决",
                },
                Ct
            );
        Assert.Equal(2, answer.Appointed);
        Assert.Empty(answer.Open);

        var see = district.Use<SeeRoster>();
        var (before, after) = (
            await see.AskAsync(district.Admin, committee, on.AddDays(-1), null, Ct),
            await see.AskAsync(district.Admin, committee, on, null, Ct)
        );
        Assert.Equal(["甲校书记", "乙校书记", null], before.Rows.Select(r => r.Holder));
        Assert.All(before.Rows.Take(2), r => Assert.Equal(on, r.Until));
        Assert.Equal(["甲校新书记", "乙校书记", null], after.Rows.Select(r => r.Holder));
        Assert.All(after.Rows.Take(2), r => Assert.Equal((on, null), (r.Since, r.Until)));
        Assert.Equal(["东聘〔2026〕1号", "东聘〔2026〕2号"], after.Rows.Take(2).Select(r => r.LetterNumber).Order());

        var terms = await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct);
        Assert.Equal([(2, on, null), (1, district.Today.AddYears(-3), on)], terms.Terms.Select(t => (t.Number, t.From, t.EndedOn)));
        Assert.Equal(
            (on.AddYears(5), 9, 8, "举手表决"),
            (terms.Current.PlannedEnd, terms.Current.Convened!.Due, terms.Current.Convened.Attended, terms.Current.Convened.Manner)
        );
        Assert.Null(terms.RenewalId);
        Assert.Equal(
            "Terms.RenewalIsOver",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<ConveneTerm>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            RenewalId = renewal,
                            ExpectedVersion = 2,
                            On = on,
                        },
                        Ct
                    )
            )
        );
    }

    [Fact]
    public async Task A_seat_whose_nomination_is_not_through_stays_open_and_its_nomination_goes_on()
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, 90);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        await TermsFixture.RosterAsync(district, committee);
        var renewal = await TermsFixture.OpenAsync(district, committee);
        var rows = (await district.Use<SeeRenewal>().AskAsync(district.Admin, renewal, Ct)).Rows;
        await ConsentAsync(district, rows[0].NominationId!.Value);
        var answer = await district
            .Use<ConveneTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    RenewalId = renewal,
                    ExpectedVersion = 1,
                    On = district.Today,
                },
                Ct
            );
        Assert.Equal(
            (1, "乙校书记", "Nominations.OutOfTurn"),
            (answer.Appointed, Assert.Single(answer.Open).Person, answer.Open[0].Refusal!.Key)
        );
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(["甲校书记", null, null], roster.Rows.Select(r => r.Holder));

        await ConsentAsync(district, rows[1].NominationId!.Value);
        await district
            .Use<AdvanceNominations>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Rows = [new(rows[1].NominationId!.Value, 2)],
                    Action = NominationAction.Appointed,
                    On = district.Today,
                },
                Ct
            );
        roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(["甲校书记", "乙校书记", null], roster.Rows.Select(r => r.Holder));
    }

    [Fact]
    public async Task A_successor_who_is_appointed_already_begins_in_the_new_term()
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, 90);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        var (first, _) = await TermsFixture.RosterAsync(district, committee);
        var successor = await district.PersonAsync(first.Unit, "甲校新书记");
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = first.Seat,
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = district.Today.AddDays(40),
                    Reason = EndReason.Retired,
                },
                Ct
            );
        var renewal = await TermsFixture.OpenAsync(district, committee);
        var answer = await district
            .Use<ConveneTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    RenewalId = renewal,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(10),
                },
                Ct
            );
        Assert.Equal("Committees.SeatIsTaken", Assert.Single(answer.Open).Refusal!.Key);
        var see = district.Use<SeeRoster>();
        Assert.Null((await see.AskAsync(district.Admin, committee, district.Today.AddDays(10), null, Ct)).Rows[0].Holder);
        Assert.Equal("甲校新书记", (await see.AskAsync(district.Admin, committee, district.Today.AddDays(40), null, Ct)).Rows[0].Holder);
    }

    [Fact]
    public async Task A_term_begins_after_the_one_before_and_ends_after_it_begins()
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, 90);
        var renewal = await TermsFixture.OpenAsync(district, committee, district.Today.AddDays(-5));
        var form = new ConveneTerm.Form
        {
            RenewalId = renewal,
            ExpectedVersion = 1,
            On = district.Today.AddDays(-6),
        };
        Assert.Equal(
            "Terms.BeforeOpening",
            await RuleAssert.KeyOfAsync(() => district.Use<ConveneTerm>().RunAsync(district.Admin, form, Ct))
        );
        Assert.Equal(
            "Terms.EndsBeforeItBegins",
            await RuleAssert.KeyOfAsync(() =>
                district.Use<ConveneTerm>().RunAsync(district.Admin, form with { On = district.Today, TermEndsOn = district.Today }, Ct)
            )
        );
        Assert.Equal(
            "Terms.ApprovalMissing",
            await RuleAssert.KeyOfAsync(() =>
                district.Use<ConveneTerm>().RunAsync(district.Admin, form with { On = district.Today.AddDays(120) }, Ct)
            )
        );
        await district.Use<ConveneTerm>().RunAsync(district.Admin, form with { On = district.Today }, Ct);
        var again = await TermsFixture.OpenAsync(district, committee, district.Today.AddDays(-3));
        Assert.Equal(
            "Terms.BeforeThisTerm",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<ConveneTerm>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            RenewalId = again,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
    }

    private static async Task ConsentAsync(TestDistrict district, params Guid[] nominations) =>
        await district
            .Use<AdvanceNominations>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Rows = [.. nominations.Select(n => new AdvanceNominations.Choice(n, 1))],
                    Action = NominationAction.Consented,
                    On = district.Today,
                    Source = ConsentSource.Paper,
                    PersonIsWilling = true,
                },
                Ct
            );
}
