using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Nominations;
using CoBuilding.Committees.Terms;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Terms;

public class TermsTests(TestCluster cluster)
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
        var (district, committee) = await EstablishAsync(daysToTheEnd);
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
            Assert.Equal("Terms.ApprovalMissing", await BrokenAsync(() => district.Use<OpenRenewal>().RunAsync(district.Admin, form, Ct)));
    }

    [Theory]
    [InlineData(370, "Terms.TooEarly")]
    [InlineData(-370, "Terms.TooLate")]
    public async Task A_renewal_is_at_most_a_year_early_or_late_even_with_approval(int daysToTheEnd, string rule)
    {
        var (district, committee) = await EstablishAsync(daysToTheEnd);
        Assert.Equal(
            rule,
            await BrokenAsync(() =>
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
        var (district, committee) = await EstablishAsync(90);
        await RosterAsync(district, committee);
        var renewal = await OpenAsync(district, committee);
        var seen = await district.Use<SeeRenewal>().AskAsync(district.Admin, renewal, Ct);
        Assert.Equal(["甲校书记", "乙校书记", null], seen.Rows.Select(r => r.Nominee));
        Assert.Equal(["甲校书记", "乙校书记", null], seen.Rows.Select(r => r.Holder));
        Assert.All(
            seen.Rows.Take(2),
            r => Assert.Equal((NominationState.Nominated, NominationAction.Consented, false), (r.State, r.Next, r.IsReady))
        );
        Assert.Equal((2, 1, 0), (seen.TermNumber, seen.Open, seen.Ready));
        Assert.Equal("Terms.RenewalIsOpen", await BrokenAsync(() => OpenAsync(district, committee)));
    }

    [Fact]
    public async Task The_new_term_follows_the_old_one_on_the_same_day_and_the_past_stays_visible()
    {
        var (district, committee) = await EstablishAsync(90);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        var (first, second) = await RosterAsync(district, committee);
        var renewal = await OpenAsync(district, committee);
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
            await BrokenAsync(() =>
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
        var (district, committee) = await EstablishAsync(90);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        await RosterAsync(district, committee);
        var renewal = await OpenAsync(district, committee);
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
        var (district, committee) = await EstablishAsync(90);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        var (first, _) = await RosterAsync(district, committee);
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
        var renewal = await OpenAsync(district, committee);
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
    public async Task A_renewal_that_is_given_up_withdraws_its_proposals_and_the_term_goes_on()
    {
        var (district, committee) = await EstablishAsync(90);
        await RosterAsync(district, committee);
        var renewal = await OpenAsync(district, committee);
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
        await OpenAsync(district, committee);
    }

    [Fact]
    public async Task A_dissolved_committee_takes_back_its_renewal_and_nominations()
    {
        var (district, committee) = await EstablishAsync(90);
        await RosterAsync(district, committee);
        await OpenAsync(district, committee);
        var version = (await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RowVersion;
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = version,
                    On = district.Today,
                    Reason = "区划调整",
                },
                Ct
            );
        Assert.Empty((await district.Use<ListNominations>().AskAsync(district.Admin, new(), Ct)).Rows);
        Assert.Null((await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RenewalId);
    }

    [Fact]
    public async Task A_term_begins_after_the_one_before_and_ends_after_it_begins()
    {
        var (district, committee) = await EstablishAsync(90);
        var renewal = await OpenAsync(district, committee, district.Today.AddDays(-5));
        var form = new ConveneTerm.Form
        {
            RenewalId = renewal,
            ExpectedVersion = 1,
            On = district.Today.AddDays(-6),
        };
        Assert.Equal("Terms.BeforeOpening", await BrokenAsync(() => district.Use<ConveneTerm>().RunAsync(district.Admin, form, Ct)));
        Assert.Equal(
            "Terms.EndsBeforeItBegins",
            await BrokenAsync(() =>
                district.Use<ConveneTerm>().RunAsync(district.Admin, form with { On = district.Today, TermEndsOn = district.Today }, Ct)
            )
        );
        Assert.Equal(
            "Terms.ApprovalMissing",
            await BrokenAsync(() =>
                district.Use<ConveneTerm>().RunAsync(district.Admin, form with { On = district.Today.AddDays(120) }, Ct)
            )
        );
        await district.Use<ConveneTerm>().RunAsync(district.Admin, form with { On = district.Today }, Ct);
        var again = await OpenAsync(district, committee, district.Today.AddDays(-3));
        Assert.Equal(
            "Terms.BeforeThisTerm",
            await BrokenAsync(() =>
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

    private async Task<(TestDistrict, Guid)> EstablishAsync(int daysToTheEnd)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "东街道大工委",
            EstablishedOn = district.Today.AddYears(-3),
            TermEndsOn = district.Today.AddDays(daysToTheEnd),
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        return (district, form.CommitteeId);
    }

    /// <summary>Two members and a vacant seat.</summary>
    private static async Task<((Guid Seat, Guid Unit), (Guid Seat, Guid Unit))> RosterAsync(TestDistrict district, Guid committee)
    {
        var first = await district.MemberAsync(committee, district.Community1, "甲校");
        var second = await district.MemberAsync(committee, district.Community1, "乙校");
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    UnitId = await district.UnitAsync(district.Community1, "丙校"),
                    Title = "兼职委员",
                    From = district.Today.AddMonths(-6),
                },
                Ct
            );
        return ((first.Seat, first.Unit), (second.Seat, second.Unit));
    }

    private static async Task<Guid> OpenAsync(TestDistrict district, Guid committee, DateOnly? on = null)
    {
        var form = new OpenRenewal.Form
        {
            CommitteeId = committee,
            ExpectedVersion = (await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RowVersion,
            On = on ?? district.Today,
        };
        await district.Use<OpenRenewal>().RunAsync(district.Admin, form, Ct);
        return form.RenewalId;
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

    private static async Task<string> BrokenAsync(Func<Task> useCase) => (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key;
}
