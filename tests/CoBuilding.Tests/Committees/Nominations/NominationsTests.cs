using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Nominations;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Places.Workdays;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees.Nominations;

public class NominationsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_nomination_goes_through_the_whole_chain_to_the_letter_of_appointment()
    {
        var (district, committee) = await CommunityAsync();
        var (community, street) = (
            await district.StaffAsync("community", Role.CommunityClerk, district.Community1),
            await district.ClerkAsync(district.Street1)
        );
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        var id = await district.NominateAsync(committee, await district.PersonAsync(unit, "王书记", secretary: true), unit);

        await StepAsync(district, community, id, NominationAction.Consented);
        await StepAsync(district, community, id, NominationAction.Screened);
        await StepAsync(district, community, id, NominationAction.Submitted);
        await StepAsync(district, street, id, NominationAction.Approved, document: "甘街发〔2026〕3号");
        await StepAsync(district, community, id, NominationAction.Publicized);
        district.Clock.Advance(TimeSpan.FromDays(7));
        community = await district.SignInAsync("community");
        await StepAsync(district, community, id, NominationAction.Appointed, letter: "东一聘〔2026〕1号");

        var seen = await district.Use<SeeNomination>().AskAsync(community, id, Ct);
        Assert.Equal((NominationState.Appointed, null, "东一聘〔2026〕1号"), (seen.Row.State, seen.Next, seen.Serving!.LetterNumber));
        Assert.Equal(seen.Asked, seen.Steps.Select(s => s.Kind));
        Assert.Equal(("甘街发〔2026〕3号", "clerk" + district.Street1.Code), (seen.Steps[4].DocumentNumber, seen.Steps[4].Who));
        var roster = await district.Use<SeeRoster>().AskAsync(community, committee, null, null, Ct);
        Assert.Equal(
            ("王书记", "兼职委员", unit, district.Today),
            (roster.Rows[0].Holder, roster.Rows[0].Title, roster.Rows[0].UnitId, roster.Rows[0].Since)
        );
    }

    /// <summary>Every state in every chain: the next step is there, and taking one after the other ends at the appointment.</summary>
    [Fact]
    public void Switching_a_step_off_or_on_strands_no_nomination()
    {
        NominationState After(NominationAction action) =>
            action switch
            {
                NominationAction.Consented => NominationState.UnitConsented,
                NominationAction.Screened => NominationState.Screened,
                NominationAction.Submitted => NominationState.Submitted,
                NominationAction.Approved => NominationState.Approved,
                NominationAction.Publicized => NominationState.Publicized,
                _ => NominationState.Appointed,
            };
        foreach (var chain in Enumerable.Range(0, 16).Select(Chain))
        foreach (var kind in Enum.GetValues<SeatKind>())
        foreach (var start in Enum.GetValues<NominationState>().Where(s => s.IsUnderWay()))
        {
            var (state, taken) = (start, new List<NominationAction>());
            while (chain.Next(kind, state) is { } action && taken.Count < 10)
            {
                taken.Add(action);
                state = After(action);
            }
            Assert.Equal(NominationState.Appointed, state);
            Assert.Equal(taken.Where(chain.Steps(kind).Contains), taken);
        }
        Assert.Equal([NominationAction.Nominated, NominationAction.Appointed], Chain(15).Steps(SeatKind.FullTime));

        static NominationChain Chain(int bits) =>
            new()
            {
                AsksConsent = (bits & 1) > 0,
                AsksScreening = (bits & 2) > 0,
                AsksApproval = (bits & 4) > 0,
                AsksPublicity = (bits & 8) > 0,
                PublicityWorkdays = 5,
            };
    }

    [Fact]
    public async Task A_step_switched_off_meanwhile_is_passed_over()
    {
        var (district, committee) = await CommunityAsync();
        var id = await NomineeAsync(district, committee, "甲");
        foreach (
            var action in new[]
            {
                NominationAction.Consented,
                NominationAction.Screened,
                NominationAction.Submitted,
                NominationAction.Approved,
                NominationAction.Publicized,
            }
        )
            await StepAsync(district, district.Admin, id, action);
        Assert.Equal(
            "Nominations.StillPublic",
            await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Appointed))
        );
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        await StepAsync(district, district.Admin, id, NominationAction.Appointed);
    }

    [Fact]
    public async Task Publicity_passes_over_the_districts_holidays_and_counts_the_weekends_worked_for_them()
    {
        var (district, committee) = await CommunityAsync();
        Assert.Equal(new DateOnly(2026, 12, 1), await PublicUntilAsync(district, committee, "甲", 6)); // Monday to Monday, over a weekend
        await district
            .Use<AddCalendarSpan>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Name = "停工日",
                    FirstDay = new(2026, 11, 25),
                    LastDay = new(2026, 11, 26),
                },
                Ct
            );
        await district
            .Use<AddCalendarSpan>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Kind = SpanKind.Workdays,
                    Name = "停工日",
                    FirstDay = new(2026, 11, 28),
                },
                Ct
            );
        Assert.Equal(new DateOnly(2026, 12, 2), await PublicUntilAsync(district, committee, "乙", 6));
    }

    [Fact]
    public async Task The_level_above_approves_and_the_host_does_not()
    {
        var (district, committee) = await CommunityAsync();
        var community = await district.StaffAsync("community", Role.CommunityClerk, district.Community1);
        var id = await SubmittedAsync(district, committee, "甲");
        Assert.Equal("Nominations.NotLevelAbove", await BrokenAsync(() => StepAsync(district, community, id, NominationAction.Approved)));
        var back = new ReturnNomination.Form
        {
            NominationId = id,
            ExpectedVersion = 4,
            On = district.Today,
            Reason = "请补材料",
        };
        Assert.Equal("Nominations.NotLevelAbove", await BrokenAsync(() => district.Use<ReturnNomination>().RunAsync(community, back, Ct)));
        Assert.Equal(
            "Nominations.NotLevelAbove",
            await BrokenAsync(() =>
                district
                    .Use<RejectNomination>()
                    .RunAsync(
                        community,
                        new()
                        {
                            NominationId = id,
                            ExpectedVersion = 4,
                            On = district.Today,
                            Reason = "不同意",
                        },
                        Ct
                    )
            )
        );
        Assert.True((await district.Use<SeeNomination>().AskAsync(await district.ClerkAsync(district.Street1), id, Ct)).IsLevelAbove);
        Assert.False((await district.Use<SeeNomination>().AskAsync(community, id, Ct)).IsLevelAbove);
    }

    [Fact]
    public async Task Above_the_district_an_approval_is_a_document_from_outside()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Root, CommitteeKind.Guidance);
        var id = await SubmittedAsync(district, committee, "甲");
        Assert.Equal(
            "Nominations.DocumentMissing",
            await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Approved))
        );
        await StepAsync(district, district.Admin, id, NominationAction.Approved, document: "大委〔2026〕8号");
    }

    [Fact]
    public async Task What_was_returned_is_submitted_again()
    {
        var (district, committee) = await CommunityAsync();
        var id = await SubmittedAsync(district, committee, "甲");
        await district
            .Use<ReturnNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = id,
                    ExpectedVersion = 4,
                    On = district.Today,
                    Reason = "请补材料",
                },
                Ct
            );
        Assert.Equal(NominationAction.Submitted, (await district.Use<SeeNomination>().AskAsync(district.Admin, id, Ct)).Next);
        await StepAsync(district, district.Admin, id, NominationAction.Submitted);
        await StepAsync(district, district.Admin, id, NominationAction.Approved);
        await StepAsync(district, district.Admin, id, NominationAction.Publicized);

        // An objection leads back to the same place.
        await district
            .Use<ReturnNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = id,
                    ExpectedVersion = 8,
                    On = district.Today,
                    Reason = "群众反映",
                },
                Ct
            );
        var seen = await district.Use<SeeNomination>().AskAsync(district.Admin, id, Ct);
        Assert.Equal((NominationAction.Submitted, null, "群众反映"), (seen.Next, seen.Row.PublicUntil, seen.Steps[^1].Remark));
        Assert.Equal(NominationAction.Objected, seen.Steps[^1].Kind);
    }

    [Fact]
    public async Task What_is_over_goes_no_further()
    {
        var (district, committee) = await CommunityAsync();
        var rejected = await SubmittedAsync(district, committee, "甲");
        await district
            .Use<RejectNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = rejected,
                    ExpectedVersion = 4,
                    On = district.Today,
                    Reason = "名额已满",
                },
                Ct
            );
        Assert.Equal(
            "Nominations.IsOver",
            await BrokenAsync(() => StepAsync(district, district.Admin, rejected, NominationAction.Submitted))
        );
        var withdraw = new WithdrawNomination.Form
        {
            NominationId = rejected,
            ExpectedVersion = 5,
            On = district.Today,
            Reason = "不再推荐",
        };
        Assert.Equal(
            "Nominations.IsOver",
            await BrokenAsync(() => district.Use<WithdrawNomination>().RunAsync(district.Admin, withdraw, Ct))
        );
        var withdrawn = await NomineeAsync(district, committee, "乙");
        await district
            .Use<WithdrawNomination>()
            .RunAsync(
                district.Admin,
                withdraw with
                {
                    NominationId = withdrawn,
                    ExpectedVersion = 1,
                    OperationId = Guid.CreateVersion7(),
                },
                Ct
            );
        Assert.Equal(
            "Nominations.IsOver",
            await BrokenAsync(() => StepAsync(district, district.Admin, withdrawn, NominationAction.Consented))
        );
    }

    [Fact]
    public async Task Steps_are_taken_in_their_turn_and_on_days_that_follow()
    {
        var (district, committee) = await CommunityAsync();
        var id = await NomineeAsync(district, committee, "甲");
        Assert.Equal("Nominations.OutOfTurn", await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Screened)));
        Assert.Equal("Nominations.OutOfTurn", await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Appointed)));
        Assert.Equal(
            "Nominations.BeforeLastStep",
            await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Consented, on: district.Today.AddDays(-1)))
        );
        Assert.Equal(
            "Nominations.NotYet",
            await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Consented, on: district.Today.AddDays(1)))
        );
        Assert.Equal(
            "Nominations.NotWilling",
            await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Consented, isWilling: false))
        );
        Assert.Equal(
            "Nominations.ChangedMeanwhile",
            await BrokenAsync(() =>
                district
                    .Use<AdvanceNominations>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            Rows = [new(id, 7)],
                            Action = NominationAction.Consented,
                            On = district.Today,
                            Source = ConsentSource.Paper,
                            PersonIsWilling = true,
                        },
                        Ct
                    )
            )
        );
    }

    [Fact]
    public async Task A_seat_is_proposed_for_when_it_is_vacant_or_falls_vacant_on_a_day_that_is_known()
    {
        var (district, committee) = await CommunityAsync();
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var successor = await district.PersonAsync(member.Unit, "继任");
        Assert.Equal("Nominations.SeatIsHeld", await BrokenAsync(() => district.NominateAsync(committee, successor, seat: member.Seat)));
        Assert.Equal("Committees.UnitHasSeat", await BrokenAsync(() => district.NominateAsync(committee, successor, member.Unit)));
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(20),
                    Reason = EndReason.Retired,
                },
                Ct
            );
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        var id = await district.NominateAsync(committee, successor, seat: member.Seat);
        Assert.Equal(
            "Committees.SeatIsTaken",
            await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Appointed))
        );
        await StepAsync(district, district.Admin, id, NominationAction.Appointed, on: district.Today.AddDays(20));
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(("继任", district.Today.AddDays(20)), (roster.Rows[0].Next, roster.Rows[0].NextFrom));
    }

    [Fact]
    public async Task A_person_is_proposed_once_for_a_committee_and_not_while_holding_a_seat_of_it()
    {
        var (district, committee) = await CommunityAsync();
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        Assert.Equal("Committees.PersonHasSeat", await BrokenAsync(() => district.NominateAsync(committee, member.Person)));
        var person = await district.PersonAsync(member.Unit, "李模范");
        var first = await district.NominateAsync(committee, person);
        Assert.Equal("Nominations.AlreadyNominated", await BrokenAsync(() => district.NominateAsync(committee, person)));
        await district
            .Use<WithdrawNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = first,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = "再议",
                },
                Ct
            );
        await district.NominateAsync(committee, person);
    }

    [Fact]
    public async Task Another_may_be_named_in_the_place_of_a_nominee()
    {
        var (district, committee) = await CommunityAsync();
        var first = await NomineeAsync(district, committee, "甲");
        var unit = await district.UnitAsync(district.Community1, "第二小学");
        var form = new NominateMember.Form
        {
            CommitteeId = committee,
            Kind = SeatKind.Individual,
            SeatTitle = "个人委员",
            PersonId = await district.PersonAsync(unit, "乙"),
            Way = SelectionWay.MembersRecommended,
            On = district.Today,
            InsteadOfId = first,
            InsteadOfExpectedVersion = 1,
            Remark = "单位改荐",
        };
        await district.Use<NominateMember>().RunAsync(district.Admin, form, Ct);
        var old = await district.Use<SeeNomination>().AskAsync(district.Admin, first, Ct);
        Assert.Equal((NominationState.Withdrawn, "单位改荐"), (old.Row.State, old.Steps[^1].Remark));
    }

    [Fact]
    public async Task A_unit_gives_its_word_in_the_portal_and_sees_its_own_nominations_alone()
    {
        var (district, committee) = await CommunityAsync();
        var (mine, other) = (
            await district.UnitAsync(district.Community1, "大连湾中学"),
            await district.UnitAsync(district.Community1, "第二小学")
        );
        var (agreed, declined) = (
            await district.NominateAsync(committee, await district.PersonAsync(mine, "甲"), mine),
            await district.NominateAsync(committee, await district.PersonAsync(mine, "乙"), mine)
        );
        var foreign = await district.NominateAsync(committee, await district.PersonAsync(other, "丙"), other);
        var liaison = await LiaisonAsync(district, mine);

        var own = await district.Use<ListMyUnitNominations>().AskAsync(liaison, new(), Ct);
        Assert.Equal(new[] { agreed, declined }.ToHashSet(), own.Rows.Select(r => r.Id).ToHashSet());
        Assert.All(own.Rows, r => Assert.True(r is { IsAsked: true, Unit: "大连湾中学" } && r.Committee.Length > 0));
        await Assert.ThrowsAsync<NotFound>(() => AnswerAsync(foreign, true));
        await AnswerAsync(agreed, true);
        await AnswerAsync(declined, false, "拟推荐副校长");
        Assert.Equal("Nominations.OutOfTurn", await BrokenAsync(() => AnswerAsync(agreed, true, version: 2)));

        var first = await district.Use<SeeNomination>().AskAsync(district.Admin, agreed, Ct);
        Assert.Equal(
            (NominationState.UnitConsented, ConsentSource.UnitItself, "甲"),
            (first.Row.State, first.Steps[^1].Source, first.Steps[^1].Who)
        );
        var second = await district.Use<SeeNomination>().AskAsync(district.Admin, declined, Ct);
        Assert.Equal(
            (NominationState.Withdrawn, NominationAction.Declined, "拟推荐副校长"),
            (second.Row.State, second.Steps[^1].Kind, second.Steps[^1].Remark)
        );

        Task AnswerAsync(Guid id, bool agrees, string? remark = null, long version = 1) =>
            district
                .Use<AnswerNomination>()
                .RunAsync(
                    liaison,
                    new()
                    {
                        NominationId = id,
                        ExpectedVersion = version,
                        Agrees = agrees,
                        PersonIsWilling = true,
                        Remark = remark,
                    },
                    Ct
                );
    }

    [Fact]
    public async Task A_unit_that_would_rather_not_names_another_of_its_people_for_the_same_seat()
    {
        var (district, committee) = await CommunityAsync();
        var (mine, other) = (
            await district.UnitAsync(district.Community1, "大连湾中学"),
            await district.UnitAsync(district.Community1, "第二小学")
        );
        var (proposed, named, stranger) = (
            await district.PersonAsync(mine, "甲"),
            await district.PersonAsync(mine, "乙"),
            await district.PersonAsync(other, "丙")
        );
        var asked = await district.NominateAsync(committee, proposed, mine);
        var liaison = await LiaisonAsync(district, mine);
        var form = new AnswerNomination.Form
        {
            NominationId = asked,
            ExpectedVersion = 1,
            Agrees = false,
            AnotherPersonId = named,
            PersonIsWilling = true,
            Remark = "甲即将退休",
        };
        await Assert.ThrowsAsync<NotFound>(() => AnswerAsync(form with { AnotherPersonId = stranger }));
        Assert.Equal("Nominations.SamePerson", await BrokenAsync(() => AnswerAsync(form with { AnotherPersonId = proposed })));
        Assert.Equal("Nominations.NotWilling", await BrokenAsync(() => AnswerAsync(form with { PersonIsWilling = false })));
        await AnswerAsync(form);

        var before = await district.Use<SeeNomination>().AskAsync(district.Admin, asked, Ct);
        Assert.Equal(
            (NominationState.Withdrawn, NominationAction.Declined, "甲即将退休"),
            (before.Row.State, before.Steps[^1].Kind, before.Steps[^1].Remark)
        );
        var another = await district.Use<SeeNomination>().AskAsync(district.Admin, form.AnotherNominationId, Ct);
        Assert.Equal(
            ("乙", NominationState.UnitConsented, SelectionWay.UnitRecommended, before.Row.SeatTitle, before.Row.Unit),
            (another.Row.Person, another.Row.State, another.Row.Way, another.Row.SeatTitle, another.Row.Unit)
        );
        Assert.Equal([(NominationAction.Nominated, "甲"), (NominationAction.Consented, "甲")], another.Steps.Select(s => (s.Kind, s.Who)));

        Task AnswerAsync(AnswerNomination.Form answer) =>
            district.Use<AnswerNomination>().RunAsync(liaison, answer with { OperationId = Guid.CreateVersion7() }, Ct);
    }

    /// <summary>The account of the first person recorded for the unit.</summary>
    private static async Task<Scope> LiaisonAsync(TestDistrict district, Guid unit)
    {
        var post = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts[0].PostId;
        var account = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = "liaison",
            Role = Role.LiaisonOfficer,
        };
        await district.Use<OpenUnitAccount>().RunAsync(district.Admin, account, Ct);
        return await district.FirstSignInAsync("liaison", account.Code);
    }

    [Fact]
    public async Task A_batch_is_taken_as_a_whole_or_as_a_stated_part_and_numbers_its_letters_on()
    {
        var (district, committee) = await CommunityAsync();
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksScreening = true, PublicityWorkdays = 5 }, Ct);
        List<AdvanceNominations.Choice> rows = [];
        foreach (var name in new[] { "甲", "乙", "丙" })
            rows.Add(new(await NomineeAsync(district, committee, name), 1));
        await StepAsync(district, district.Admin, rows[0].NominationId, NominationAction.Screened);
        await StepAsync(district, district.Admin, rows[2].NominationId, NominationAction.Screened);
        rows = [rows[0] with { ExpectedVersion = 2 }, rows[1], rows[2] with { ExpectedVersion = 2 }];
        var form = new AdvanceNominations.Form
        {
            Rows = rows,
            Action = NominationAction.Appointed,
            On = district.Today,
            LetterNumber = "东聘〔2026〕09号",
        };

        var whole = await district.Use<AdvanceNominations>().RunAsync(district.Admin, form, Ct);
        Assert.Equal((false, 1), (whole.IsSaved, whole.Refused));
        Assert.Equal("Nominations.OutOfTurn", whole.Rows[1].Refusal!.Key);
        Assert.Empty((await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).Rows);

        var part = await district
            .Use<AdvanceNominations>()
            .RunAsync(district.Admin, form with { WholeOnly = false, OperationId = Guid.CreateVersion7() }, Ct);
        Assert.Equal((true, 1), (part.IsSaved, part.Refused));
        Assert.Equal(["东聘〔2026〕09号", null, "东聘〔2026〕10号"], part.Rows.Select(r => r.LetterNumber));
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(["东聘〔2026〕09号", "东聘〔2026〕10号"], roster.Rows.Select(r => r.LetterNumber).Order());
    }

    [Fact]
    public async Task Appointments_of_one_batch_count_each_other_against_the_range()
    {
        var (district, committee) = await CommunityAsync();
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        await district.RangeAsync(0, 1, CommitteeKind.BigParty, requiresReason: true);
        List<AdvanceNominations.Choice> rows = [];
        foreach (var name in new[] { "甲", "乙" })
            rows.Add(new(await NomineeAsync(district, committee, name), 1));
        var form = new AdvanceNominations.Form
        {
            Rows = rows,
            Action = NominationAction.Appointed,
            On = district.Today,
            WholeOnly = false,
        };
        var answer = await district.Use<AdvanceNominations>().RunAsync(district.Admin, form, Ct);
        Assert.Equal([null, "Committees.QuotaReasonMissing"], answer.Rows.Select(r => r.Refusal?.Key));
        await district
            .Use<AdvanceNominations>()
            .RunAsync(district.Admin, form with { Rows = [rows[1]], QuotaReason = "新区并入", OperationId = Guid.CreateVersion7() }, Ct);
        Assert.Equal(2, (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).Quota.Members);
    }

    [Fact]
    public async Task A_batch_sends_as_many_statements_for_40_rows_as_for_4()
    {
        var (district, committee) = await CommunityAsync();
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        var counts = new List<int>();
        foreach (var count in new[] { 4, 40 })
        {
            List<AdvanceNominations.Choice> rows = [];
            for (var n = 0; n < count; n++)
                rows.Add(new(await district.NominateAsync(committee, await district.PersonAsync(unit, $"第{count}之{n}")), 1));
            // What is wrong with one of them is found before anything is saved, so that only what was read is counted.
            rows[^1] = rows[^1] with
            {
                ExpectedVersion = 9,
            };
            counts.Add(
                await StatementCounter.OfAsync(() =>
                    district
                        .Use<AdvanceNominations>()
                        .RunAsync(
                            district.Admin,
                            new()
                            {
                                Rows = rows,
                                Action = NominationAction.Appointed,
                                On = district.Today,
                            },
                            Ct
                        )
                )
            );
        }
        Assert.Equal(counts[0], counts[1]);
    }

    [Fact]
    public async Task Each_end_opens_a_vacancy_that_tells_its_history()
    {
        var (district, committee) = await CommunityAsync();
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学", from: district.Today.AddMonths(-6));
        await district.MemberAsync(committee, district.Community1, "第二小学");
        Assert.Empty((await district.Use<ListVacancies>().AskAsync(district.Admin, new(), Ct)).Rows);
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(-3),
                    Reason = EndReason.PostChanged,
                },
                Ct
            );
        var tried = await district.NominateAsync(committee, await district.PersonAsync(member.Unit, "甲"), seat: member.Seat);
        await district
            .Use<WithdrawNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = tried,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = "另有安排",
                },
                Ct
            );
        var proposed = await district.NominateAsync(committee, await district.PersonAsync(member.Unit, "乙"), seat: member.Seat);

        var row = Assert.Single(
            (await district.Use<ListVacancies>().AskAsync(district.Admin, new() { Reason = EndReason.PostChanged }, Ct)).Rows
        );
        Assert.Equal(
            (member.Seat, district.Today.AddDays(-3), "大连湾中学书记", district.Today.AddMonths(-6), EndReason.PostChanged),
            (row.SeatId, row.Since, row.LastHolder, row.LastFrom!.Value, row.Reason)
        );
        Assert.Equal((proposed, "乙", NominationState.Nominated, 1), (row.NominationId, row.Nominee, row.State, row.Tried));
        Assert.Empty((await district.Use<ListVacancies>().AskAsync(district.Admin, new() { OnlyWithoutNominee = true }, Ct)).Rows);
        Assert.Empty((await district.Use<ListVacancies>().AskAsync(district.Admin, new() { Reason = EndReason.Retired }, Ct)).Rows);
    }

    [Fact]
    public async Task What_waits_for_me_stands_on_my_list()
    {
        var (district, committee) = await CommunityAsync();
        var (community, street) = (
            await district.StaffAsync("community", Role.CommunityClerk, district.Community1),
            await district.ClerkAsync(district.Street1)
        );
        var first = await SubmittedAsync(district, committee, "甲");
        await SubmittedAsync(district, committee, "乙");
        Assert.Equal([(ListToDos.ToDoKind.ApproveNominations, committee, 2)], await ToDosAsync(street));
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
        Assert.Equal([(ListToDos.ToDoKind.ReviseNominations, committee, 1)], await ToDosAsync(community));
        await StepAsync(district, community, first, NominationAction.Submitted);
        await StepAsync(district, street, first, NominationAction.Approved);
        await StepAsync(district, community, first, NominationAction.Publicized);
        Assert.Empty(await ToDosAsync(community));
        district.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal([(ListToDos.ToDoKind.AppointNominees, committee, 1)], await ToDosAsync(await district.SignInAsync("community")));

        async Task<List<(ListToDos.ToDoKind, Guid, int)>> ToDosAsync(Scope scope) =>
            [.. (await district.Use<ListToDos>().AskAsync(scope, Ct)).Select(r => (r.Kind, r.SubjectId, r.Count))];
    }

    [Fact]
    public async Task A_publicity_that_is_yet_to_begin_keeps_nobody_from_withdrawing_or_dissolving()
    {
        var (district, committee) = await CommunityAsync();
        var ids = new[] { await SubmittedAsync(district, committee, "甲"), await SubmittedAsync(district, committee, "乙") };
        foreach (var id in ids)
        {
            await StepAsync(district, district.Admin, id, NominationAction.Approved, document: "甘街发〔2026〕3号");
            await StepAsync(district, district.Admin, id, NominationAction.Publicized, on: district.Today.AddDays(1));
        }
        var version = (await district.Use<SeeNomination>().AskAsync(district.Admin, ids[0], Ct)).Row.RowVersion;
        await district
            .Use<WithdrawNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = ids[0],
                    ExpectedVersion = version,
                    On = district.Today,
                    Reason = "单位另有安排",
                },
                Ct
            );
        var body = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = body.RowVersion,
                    On = district.Today,
                    Reason = "合并",
                },
                Ct
            );
        foreach (var id in ids)
            Assert.Equal(NominationState.Withdrawn, (await district.Use<SeeNomination>().AskAsync(district.Admin, id, Ct)).Row.State);
    }

    [Fact]
    public async Task A_record_that_was_merged_meanwhile_is_not_appointed()
    {
        var (district, committee) = await CommunityAsync();
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        var unit = await district.UnitAsync(district.Community1);
        var (nominee, survivor) = (await district.PersonAsync(unit, "王强"), await district.PersonAsync(unit, "王强"));
        var id = await district.NominateAsync(committee, nominee, unit);
        await district
            .Use<CoBuilding.Committees.Duplicates.MergePeople>()
            .RunAsync(
                district.Admin,
                new()
                {
                    DuplicateId = nominee,
                    ExpectedVersion = 1,
                    SurvivorId = survivor,
                },
                Ct
            );
        Assert.Equal(
            "Duplicates.RecordIsMerged",
            await BrokenAsync(() => StepAsync(district, district.Admin, id, NominationAction.Appointed))
        );
    }

    private async Task<(TestDistrict, Guid)> CommunityAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.CommitteeAsync(district.Community1, CommitteeKind.BigParty));
    }

    /// <summary>An individual, so that many fit on one committee.</summary>
    private static async Task<Guid> NomineeAsync(TestDistrict district, Guid committee, string name)
    {
        var unit = await district.UnitAsync(district.Community1, name + "校");
        return await district.NominateAsync(committee, await district.PersonAsync(unit, name));
    }

    private static async Task<Guid> SubmittedAsync(TestDistrict district, Guid committee, string name)
    {
        var id = await NomineeAsync(district, committee, name);
        foreach (var action in new[] { NominationAction.Consented, NominationAction.Screened, NominationAction.Submitted })
            await StepAsync(district, district.Admin, id, action);
        return id;
    }

    private static async Task StepAsync(
        TestDistrict district,
        Scope scope,
        Guid id,
        NominationAction action,
        string? document = null,
        string? letter = null,
        DateOnly? on = null,
        bool isWilling = true
    )
    {
        var version = (await district.Use<SeeNomination>().AskAsync(scope, id, Ct)).Row.RowVersion;
        await district
            .Use<AdvanceNominations>()
            .RunAsync(
                scope,
                new()
                {
                    Rows = [new(id, version)],
                    Action = action,
                    On = on ?? district.Today,
                    DocumentNumber = document,
                    LetterNumber = letter,
                    Source = ConsentSource.Phone,
                    PersonIsWilling = isWilling,
                },
                Ct
            );
    }

    /// <summary>The first day after a public notice of so many workdays that begins today.</summary>
    private static async Task<DateOnly?> PublicUntilAsync(TestDistrict district, Guid committee, string name, int workdays)
    {
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksPublicity = true, PublicityWorkdays = workdays }, Ct);
        var id = await NomineeAsync(district, committee, name);
        await StepAsync(district, district.Admin, id, NominationAction.Publicized);
        return (await district.Use<SeeNomination>().AskAsync(district.Admin, id, Ct)).Row.PublicUntil;
    }

    private static async Task<string> BrokenAsync(Func<Task> useCase) => (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key;
}
