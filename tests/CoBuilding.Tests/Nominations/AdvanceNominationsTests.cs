using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Nominations;
using CoBuilding.Places.Workdays;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class AdvanceNominationsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_nomination_goes_through_the_whole_chain_to_the_letter_of_appointment()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var (community, street) = (
            await district.StaffAsync("community", Role.CommunityClerk, district.Community1),
            await district.ClerkAsync(district.Street1)
        );
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        var id = await district.NominateAsync(committee, await district.PersonAsync(unit, "王书记", secretary: true), unit);

        await NominationsFixture.StepAsync(district, community, id, NominationAction.Consented);
        await NominationsFixture.StepAsync(district, community, id, NominationAction.Screened);
        await NominationsFixture.StepAsync(district, community, id, NominationAction.Submitted);
        await NominationsFixture.StepAsync(district, street, id, NominationAction.Approved, document: "甘街发〔2026〕3号");
        await NominationsFixture.StepAsync(district, community, id, NominationAction.Publicized);
        district.Clock.Advance(TimeSpan.FromDays(7));
        community = await district.SignInAsync("community");
        await NominationsFixture.StepAsync(district, community, id, NominationAction.Appointed, letter: "东一聘〔2026〕1号");

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

    [Fact]
    public async Task Publicity_passes_over_the_districts_holidays_and_counts_the_weekends_worked_for_them()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
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
    public async Task Above_the_district_an_approval_is_a_document_from_outside()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Root, CommitteeKind.Guidance);
        var id = await NominationsFixture.SubmittedAsync(district, committee, "甲");
        Assert.Equal(
            "Nominations.DocumentMissing",
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Approved))
        );
        await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Approved, document: "大委〔2026〕8号");
    }

    [Fact]
    public async Task Steps_are_taken_in_their_turn_and_on_days_that_follow()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var id = await NominationsFixture.NomineeAsync(district, committee, "甲");
        Assert.Equal(
            "Nominations.OutOfTurn",
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Screened))
        );
        Assert.Equal(
            "Nominations.OutOfTurn",
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Appointed))
        );
        Assert.Equal(
            "Nominations.BeforeLastStep",
            await RuleAssert.KeyOfAsync(() =>
                NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Consented, on: district.Today.AddDays(-1))
            )
        );
        Assert.Equal(
            "Committees.NotYet",
            await RuleAssert.KeyOfAsync(() =>
                NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Consented, on: district.Today.AddDays(1))
            )
        );
        Assert.Equal(
            "Nominations.NotWilling",
            await RuleAssert.KeyOfAsync(() =>
                NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Consented, isWilling: false)
            )
        );
        Assert.Equal(
            "Nominations.ChangedMeanwhile",
            await RuleAssert.KeyOfAsync(() =>
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
    public async Task A_batch_is_taken_as_a_whole_or_as_a_stated_part_and_numbers_its_letters_on()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksScreening = true, PublicityWorkdays = 5 }, Ct);
        List<AdvanceNominations.Choice> rows = [];
        foreach (var name in new[] { "甲", "乙", "丙" })
            rows.Add(new(await NominationsFixture.NomineeAsync(district, committee, name), 1));
        await NominationsFixture.StepAsync(district, district.Admin, rows[0].NominationId, NominationAction.Screened);
        await NominationsFixture.StepAsync(district, district.Admin, rows[2].NominationId, NominationAction.Screened);
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
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        await district.RangeAsync(0, 1, CommitteeKind.BigParty, requiresReason: true);
        List<AdvanceNominations.Choice> rows = [];
        foreach (var name in new[] { "甲", "乙" })
            rows.Add(new(await NominationsFixture.NomineeAsync(district, committee, name), 1));
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
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
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
    public async Task A_record_that_was_merged_meanwhile_is_not_appointed()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        var unit = await district.UnitAsync(district.Community1);
        var (nominee, survivor) = (await district.PersonAsync(unit, "王强"), await district.PersonAsync(unit, "王强"));
        var id = await district.NominateAsync(committee, nominee, unit);
        await district
            .Use<CoBuilding.Committees.Records.MergePeople>()
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
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Appointed))
        );
    }

    /// <summary>The first day after a public notice of so many workdays that begins today.</summary>
    private static async Task<DateOnly?> PublicUntilAsync(TestDistrict district, Guid committee, string name, int workdays)
    {
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksPublicity = true, PublicityWorkdays = workdays }, Ct);
        var id = await NominationsFixture.NomineeAsync(district, committee, name);
        await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Publicized);
        return (await district.Use<SeeNomination>().AskAsync(district.Admin, id, Ct)).Row.PublicUntil;
    }
}
