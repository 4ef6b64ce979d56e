using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CsCheck;
using Npgsql;

namespace CoBuilding.Tests.Committees;

public class CrossAppointmentsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_proposal_becomes_an_office_step_by_step_as_the_unit_decides()
    {
        var pair = await StartAsync();
        var (district, clerk) = (pair.District, pair.Clerk);
        Assert.Equal(PairStatus.UnitToHost, (await pair.SeeAsync()).Status);
        await pair.ProposeAsync();
        await pair.StepAsync(CrossState.Studied, -20);
        await pair.StepAsync(
            CrossState.Approved,
            -15,
            f => f with { Confirmation = Confirmation.Election, DocumentNumber = "大教组〔2026〕8号" }
        );
        Assert.Equal(PairStatus.UnitToHost, (await pair.SeeAsync()).Status); // approved is not yet in office
        await pair.StepAsync(CrossState.InOffice, -10, f => f with { PlannedUntil = district.Today.AddYears(2) });

        var seen = await pair.SeeAsync();
        Assert.Equal(PairStatus.Mutual, seen.Status);
        var guest = Assert.Single(seen.Guests);
        Assert.Equal(
            ("街道副书记", "党总支兼职副书记", Confirmation.Election, "大教组〔2026〕8号"),
            (guest.Name, guest.Title, guest.Confirmation, guest.DocumentNumber)
        );
        Assert.Equal([CrossState.Proposed, CrossState.Studied, CrossState.Approved, CrossState.InOffice], guest.Steps.Select(s => s.State));
        Assert.All(guest.Steps, s => Assert.False(string.IsNullOrEmpty(s.Who)));

        var row = Assert.Single((await district.Use<ListPairs>().AskAsync(clerk, new(), Ct)).Rows);
        var cell = Assert.Single(row.Cells);
        Assert.Equal(
            (pair.Committee, PairStatus.Mutual, "甲校书记", "街道副书记"),
            (cell.CommitteeId, cell.Status, cell.Member?.Name, cell.Guest?.Name)
        );
        Assert.Equal(
            PairStatus.UnitToHost,
            (await district.Use<ListPairs>().AskAsync(clerk, new() { On = district.Today.AddDays(-11) }, Ct))
                .Rows.Single()
                .Cells.Single()
                .Status
        );
        Assert.Equal(new SeeDashboard.Ratio(1, 1), (await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct)).MutualUnits);
    }

    [Fact]
    public async Task Ending_one_leg_never_ends_the_other_and_both_sides_are_told_until_each_takes_note()
    {
        var pair = await StartAsync();
        var (district, clerk) = (pair.District, pair.Clerk);
        await pair.TakeOfficeAsync();
        var secretary = await SecretaryAsync(pair);
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(clerk, Ct));

        await district
            .Use<EndAppointment>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = pair.Seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Resigned,
                },
                Ct
            );
        var seen = await pair.SeeAsync();
        Assert.Equal((PairStatus.HostToUnit, CrossState.InOffice), (seen.Status, seen.Guests.Single().State));
        foreach (var (who, isHosts) in new[] { (clerk, true), (secretary, false) })
        {
            var notice = Assert.Single(await district.Use<ListPairNotices>().AskAsync(who, Ct));
            Assert.Equal(
                (ListPairNotices.PairNoticeKind.Lapsed, true, "甲校书记", district.Today, isHosts),
                (notice.Kind, notice.OfUnit, notice.Person, notice.Day, notice.IsHosts)
            );
            Assert.Equal("东街道BigWorking", notice.Committee);
        }

        await district
            .Use<AcknowledgeLapse>()
            .RunAsync(
                secretary,
                new()
                {
                    UnitId = pair.Unit,
                    CommitteeId = pair.Committee,
                    LapsedOn = district.Today,
                },
                Ct
            );
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(secretary, Ct));
        Assert.Single(await district.Use<ListPairNotices>().AskAsync(clerk, Ct)); // the other side has not

        // Mutual again: the notice disappears.
        var again = await district.PersonAsync(pair.Unit, "新委员");
        await district
            .Use<AppointMember>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = pair.Seat,
                    ExpectedVersion = 2,
                    PersonId = again,
                    From = district.Today,
                },
                Ct
            );
        Assert.Equal(PairStatus.Mutual, (await pair.SeeAsync()).Status);
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(clerk, Ct));

        district.Clock.Advance(TimeSpan.FromDays(1));
        pair = pair with { Clerk = await district.SignInAsync("clerk" + district.Street1.Code) };
        await pair.StepAsync(CrossState.Ended, 0, f => f with { Reason = EndReason.PostChanged });
        seen = await pair.SeeAsync();
        Assert.Equal((PairStatus.UnitToHost, null), (seen.Status, seen.Members[0].Until));
        Assert.False(Assert.Single(await district.Use<ListPairNotices>().AskAsync(pair.Clerk, Ct)).OfUnit);
        // An older note does not count.
        Assert.Single(await district.Use<ListPairNotices>().AskAsync(await district.SignInAsync("unit-secretary"), Ct));
        await district
            .Use<AcknowledgeLapse>()
            .RunAsync(
                pair.Clerk,
                new()
                {
                    UnitId = pair.Unit,
                    CommitteeId = pair.Committee,
                    LapsedOn = district.Today,
                },
                Ct
            );
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(pair.Clerk, Ct));
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<AcknowledgeLapse>()
                .RunAsync(
                    pair.Clerk,
                    new()
                    {
                        UnitId = pair.Unit,
                        CommitteeId = pair.Committee,
                        LapsedOn = district.Today.AddDays(-9),
                    },
                    Ct
                )
        );
    }

    [Fact]
    public async Task The_end_of_the_committees_term_warns_both_sides_from_sixty_days_before()
    {
        var pair = await StartAsync();
        var district = pair.District;
        var secretary = await SecretaryAsync(pair);
        await pair.TakeOfficeAsync(plannedUntil: district.Today.AddYears(3));
        await EndTermAsync(61);
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(pair.Clerk, Ct));
        await EndTermAsync(60);
        foreach (var who in new[] { pair.Clerk, secretary })
        {
            var notice = Assert.Single(await district.Use<ListPairNotices>().AskAsync(who, Ct));
            Assert.Equal(
                (ListPairNotices.PairNoticeKind.Expiring, true, pair.Committee, district.Today.AddDays(60)),
                (notice.Kind, notice.OfUnit, notice.CommitteeId, notice.Day)
            );
        }

        async Task EndTermAsync(int days) =>
            await World
                .ReadAsync(
                    cluster,
                    "UPDATE committees SET term_ends_on = $1 WHERE tenant_id = $2 AND id = $3 RETURNING id",
                    district.Today.AddDays(days),
                    district.Id,
                    pair.Committee
                )
                .FirstAsync(Ct);
    }

    [Fact]
    public async Task A_planned_end_warns_both_sides_from_sixty_days_before()
    {
        var pair = await StartAsync();
        var district = pair.District;
        var secretary = await SecretaryAsync(pair);
        await pair.TakeOfficeAsync(plannedUntil: district.Today.AddDays(61));
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(pair.Clerk, Ct));
        district.Clock.Advance(TimeSpan.FromDays(1));
        foreach (
            var who in new[] { await district.SignInAsync("clerk" + district.Street1.Code), await district.SignInAsync("unit-secretary") }
        )
        {
            var notice = Assert.Single(await district.Use<ListPairNotices>().AskAsync(who, Ct));
            Assert.Equal(
                (ListPairNotices.PairNoticeKind.Expiring, false, "街道副书记", district.Today.AddDays(60)),
                (notice.Kind, notice.OfUnit, notice.Person, notice.Day)
            );
        }
    }

    [Fact]
    public async Task What_the_unit_has_not_decided_is_refused()
    {
        var pair = await StartAsync();
        var (district, use) = (pair.District, pair.District.Use<ProposeCrossAppointment>());
        var form = pair.Proposal();
        var without = await district.UnitAsync(district.Community1, "乙店");
        Assert.Equal(
            "CrossAppointments.NoPartyOrganization",
            await RuleAsync(() => use.RunAsync(pair.Clerk, form with { UnitId = without }, Ct))
        );
        Assert.Equal(
            "CrossAppointments.OfTheUnitItself",
            await RuleAsync(() => use.RunAsync(pair.Clerk, form with { PersonId = pair.Member }, Ct))
        );
        var elsewhere = await pair.UnitWithOrganizationAsync("西校", district.Community2);
        Assert.Equal(
            "CrossAppointments.OutsideTerritory",
            await RuleAsync(() => use.RunAsync(district.Admin, form with { UnitId = elsewhere }, Ct))
        );
        await use.RunAsync(pair.Clerk, form, Ct);
        Assert.Equal(
            "CrossAppointments.IsOpenAlready",
            await RuleAsync(() =>
                use.RunAsync(pair.Clerk, form with { CrossAppointmentId = Guid.CreateVersion7(), OperationId = Guid.CreateVersion7() }, Ct)
            )
        );

        Assert.Equal("CrossAppointments.AtAnotherStep", await RuleAsync(() => pair.StepAsync(CrossState.InOffice, 0)));
        Assert.Equal("CrossAppointments.BeforeTheLastStep", await RuleAsync(() => pair.StepAsync(CrossState.Studied, -31)));
        await Assert.ThrowsAsync<ValidationFailed>(() => pair.StepAsync(CrossState.Declined, 0)); // gives no reason
        var seen = (await pair.SeeAsync()).Guests.Single();
        await pair.StepAsync(CrossState.Declined, 0, f => f with { Remark = "支委会人数已满" });
        await Assert.ThrowsAsync<Stale>(() =>
            district
                .Use<RecordCrossAppointmentStep>()
                .RunAsync(
                    pair.Clerk,
                    new()
                    {
                        CrossAppointmentId = seen.RowId,
                        ExpectedVersion = seen.RowVersion,
                        Step = CrossState.Studied,
                        On = district.Today,
                    },
                    Ct
                )
        );
        Assert.Equal(
            (PairStatus.UnitToHost, CrossState.Declined),
            ((await pair.SeeAsync()).Status, (await pair.SeeAsync()).Guests.Single().State)
        );
        await use.RunAsync(pair.Clerk, pair.Proposal(), Ct); // asked again later
    }

    [Fact]
    public async Task A_correction_supersedes_and_the_history_keeps_both()
    {
        var pair = await StartAsync();
        await pair.TakeOfficeAsync();
        var guest = (await pair.SeeAsync()).Guests.Single();
        var from = pair.District.Today.AddDays(-3);
        var form = new CorrectCrossAppointmentStep.Form
        {
            CrossAppointmentId = guest.RowId,
            ExpectedVersion = guest.RowVersion,
            Title = guest.Title,
            On = from,
            PlannedUntil = from.AddYears(1),
            Remark = "任职日写错",
        };
        await pair.District.Use<CorrectCrossAppointmentStep>().RunAsync(pair.Clerk, form, Ct);
        guest = (await pair.SeeAsync()).Guests.Single();
        Assert.Equal((from, from.AddYears(1)), (guest.From, guest.PlannedUntil));
        Assert.Equal(
            [(CrossState.InOffice, false), (CrossState.InOffice, true)],
            guest.Steps.Select(s => (s.State, s.IsCorrection)).Skip(3)
        );
        Assert.Equal(
            "CrossAppointments.PlannedEndBeforeBegin",
            await RuleAsync(() =>
                pair
                    .District.Use<CorrectCrossAppointmentStep>()
                    .RunAsync(
                        pair.Clerk,
                        form with
                        {
                            CrossAppointmentId = guest.RowId,
                            ExpectedVersion = guest.RowVersion,
                            PlannedUntil = from,
                            OperationId = Guid.CreateVersion7(),
                            NewRowId = Guid.CreateVersion7(),
                        },
                        Ct
                    )
            )
        );
    }

    [Fact]
    public async Task The_table_prints_who_is_in_office_and_the_workbook_what_is_under_way_as_well()
    {
        var pair = await StartAsync();
        await pair.TakeOfficeAsync();
        var (district, question) = (pair.District, new ListPairs.Question { PlaceId = pair.District.Street1.Id });
        var paper = await district.Use<ExportPairsPaper>().AskAsync(pair.Clerk, question, Ct);
        LibreOfficeReader.AssertValidPaper(paper.Bytes);
        Assert.Equal("东街道双向交叉任职一览表2026-11-23.docx", paper.FileName);
        var words = LibreOfficeReader.WordsOf(paper.Bytes);
        Assert.Equal(["东街道双向交叉任职一览表", "（2026年11月23日在任情况）", "共 1 对任职关系：双向 1，单向 0"], words[..3]);
        var row = words.IndexOf("甲校");
        Assert.Equal(
            [
                "甲校",
                "东街道BigWorking",
                "双向",
                "甲校书记",
                "兼职委员",
                "2026年5月23日",
                "街道副书记",
                "党总支兼职副书记",
                "2026年11月13日",
            ],
            words[row..(row + 9)]
        );
        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(paper.Bytes, (await district.Use<ExportPairsPaper>().AskAsync(pair.Clerk, question, Ct)).Bytes);

        var book = await district.Use<ExportPairs>().AskAsync(pair.Clerk, question, Ct);
        LibreOfficeReader.AssertValid(book.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(book.Bytes);
        Assert.Contains(cells, r => r.Contains("甲校") && r.Contains("双向") && r.Contains("街道副书记"));
        Assert.Equal(
            "CrossAppointments.NoPairs",
            await RuleAsync(() =>
                district.Use<ExportPairsPaper>().AskAsync(pair.Clerk, question with { On = district.Today.AddYears(-1) }, Ct)
            )
        );
    }

    [Fact]
    public async Task On_any_day_status_and_standing_equal_a_recount_of_the_raw_rows()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var first = await district.CommitteeAsync(district.Street1);
        var second = await district.CommitteeAsync(district.Street1, CommitteeKind.Coordination);
        var (start, pairs) = (district.Today, new List<(Guid Unit, Guid Committee, Guid Seat, Guid Person)>());
        foreach (var name in new[] { "甲校", "乙校", "丙校" })
        {
            var unit = await district.UnitAsync(district.Community1, name);
            var person = await district.PersonAsync(unit, name);
            foreach (var committee in new[] { first, second })
            {
                var seat = new AddSeat.Form
                {
                    CommitteeId = committee,
                    UnitId = unit,
                    Title = "委员",
                    From = start,
                };
                await district.Use<AddSeat>().RunAsync(district.Admin, seat, Ct);
                pairs.Add((unit, committee, seat.SeatId, person));
            }
        }
        // Each leg: terms one after the other, with gaps; the last may be open; some rows are superseded and count for nothing.
        var term = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 6], Gen.Bool, Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))));
        var story = Gen.Select(term.Array[0, 3], term.Array[0, 3]).Array[pairs.Count];
        await story.SampleAsync(
            async legs =>
            {
                await WriteAsync(district, pairs, start, legs);
                var raw = await RawAsync(district);
                for (var day = start; day <= start.AddDays(24); day = day.AddDays(3))
                {
                    var all = await district.Use<ListPairs>().AskAsync(district.Admin, new() { On = day, Size = 100 }, Ct);
                    Assert.Equal(
                        pairs
                            .Select(p => (p.Unit, p.Committee, Status: Recount(raw, p.Unit, p.Committee, day)))
                            .Where(p => p.Status != PairStatus.None)
                            .Order(),
                        all.Rows.SelectMany(r => r.Cells.Select(c => (r.UnitId, c.CommitteeId, c.Status))).Order()
                    );
                    foreach (var standing in Enum.GetValues<UnitStanding>())
                    {
                        var found = await district
                            .Use<ListPairs>()
                            .AskAsync(
                                district.Admin,
                                new()
                                {
                                    On = day,
                                    Size = 100,
                                    Standing = standing,
                                },
                                Ct
                            );
                        Assert.Equal(
                            pairs
                                .Select(p => p.Unit)
                                .Distinct()
                                .Where(u =>
                                    StandingOf([.. pairs.Where(p => p.Unit == u).Select(p => Recount(raw, u, p.Committee, day))])
                                    == standing
                                )
                                .Order(),
                            found.Rows.Select(r => r.UnitId).Order()
                        );
                    }
                }
            },
            iter: 12,
            threads: 1
        );
    }

    private static PairStatus Recount(
        List<(bool OfUnit, Guid Unit, Guid Committee, DateOnly From, DateOnly? Until)> raw,
        Guid unit,
        Guid committee,
        DateOnly day
    )
    {
        var (member, guest, ever) = (false, false, false);
        foreach (var row in raw)
        {
            if (row.Unit != unit || row.Committee != committee || row.From > day)
                continue;
            ever = true;
            if (row.Until is { } until && until <= day)
                continue;
            if (row.OfUnit)
                member = true;
            else
                guest = true;
        }
        return member && guest ? PairStatus.Mutual
            : member ? PairStatus.UnitToHost
            : guest ? PairStatus.HostToUnit
            : ever ? PairStatus.Lapsed
            : PairStatus.None;
    }

    private static UnitStanding StandingOf(PairStatus[] statuses) =>
        statuses.Contains(PairStatus.Mutual) ? UnitStanding.Mutual
        : statuses.Any(s => s is PairStatus.UnitToHost or PairStatus.HostToUnit) ? UnitStanding.OneWay
        : statuses.Contains(PairStatus.Lapsed) ? UnitStanding.Lapsed
        : UnitStanding.None;

    /// <summary>As superuser: rows as the use cases write them, without simulating the days.</summary>
    private async Task WriteAsync(
        TestDistrict district,
        List<(Guid Unit, Guid Committee, Guid Seat, Guid Person)> pairs,
        DateOnly start,
        (
            (int Gap, int Length, bool IsOpen, bool IsSuperseded)[] OfUnit,
            (int Gap, int Length, bool IsOpen, bool IsSuperseded)[] OfHost
        )[] legs
    )
    {
        await using var source = NpgsqlDataSource.Create(cluster.SuperuserConnection);
        await RunAsync("DELETE FROM appointments WHERE tenant_id = $1");
        await RunAsync("DELETE FROM cross_appointments WHERE tenant_id = $1");
        foreach (var (pair, (ofUnit, ofHost)) in pairs.Zip(legs))
        {
            foreach (var (from, until, isSuperseded) in Terms(ofUnit))
                await RunAsync(
                    """
                    INSERT INTO appointments (tenant_id, id, first_id, seat_id, committee_id, place_id, unit_id, person_id, "from", until,
                        recorded_at, superseded_at, row_version)
                    VALUES ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, now(), CASE WHEN $9 THEN now() END, 1)
                    """,
                    pair.Seat,
                    pair.Committee,
                    district.Street1.Id,
                    pair.Unit,
                    pair.Person,
                    from,
                    until ?? (object)DBNull.Value,
                    isSuperseded
                );
            foreach (var (from, until, isSuperseded) in Terms(ofHost))
                await RunAsync(
                    """
                    INSERT INTO cross_appointments (tenant_id, id, first_id, unit_id, committee_id, place_id, person_id, title, state,
                        "on", "from", until, recorded_at, superseded_at, row_version)
                    VALUES ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, $4, $5, 'T',
                        CASE WHEN $7::date IS NULL THEN 'InOffice' ELSE 'Ended' END, $6, $6, $7, now(), CASE WHEN $8 THEN now() END, 1)
                    """,
                    pair.Unit,
                    pair.Committee,
                    district.Street1.Id,
                    pair.Person,
                    from,
                    until ?? (object)DBNull.Value,
                    isSuperseded
                );
        }

        IEnumerable<(DateOnly From, DateOnly? Until, bool IsSuperseded)> Terms((int Gap, int Length, bool IsOpen, bool IsSuperseded)[] leg)
        {
            var day = start;
            for (var n = 0; n < leg.Length; n++)
            {
                var from = day.AddDays(leg[n].Gap);
                var until = from.AddDays(leg[n].Length);
                yield return (from, leg[n].IsOpen && n == leg.Length - 1 ? null : until, leg[n].IsSuperseded);
                day = until;
            }
        }

        async Task RunAsync(string sql, params object[] values)
        {
            await using var command = source.CreateCommand(sql);
            foreach (var value in new object[] { district.Id }.Concat(values))
                command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    private async Task<List<(bool OfUnit, Guid Unit, Guid Committee, DateOnly From, DateOnly? Until)>> RawAsync(TestDistrict district)
    {
        List<(bool, Guid, Guid, DateOnly, DateOnly?)> raw = [];
        foreach (var (ofUnit, table) in new[] { (true, "appointments"), (false, "cross_appointments") })
        await foreach (
            var row in World.ReadAsync(
                cluster,
                $"SELECT unit_id, committee_id, \"from\", until FROM {table} WHERE tenant_id = $1 AND superseded_at IS NULL",
                district.Id
            )
        )
            raw.Add(
                (
                    ofUnit,
                    row.GetGuid(0),
                    row.GetGuid(1),
                    row.GetFieldValue<DateOnly>(2),
                    row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3)
                )
            );
        return raw;
    }

    /// <summary>A street's body, a school of it with a Party organization and a member, and a person of the street's office.</summary>
    private sealed record Pair(TestDistrict District, Scope Clerk, Guid Committee, Guid Unit, Guid Seat, Guid Member, Guid Officer)
    {
        public Task<SeePair.Answer> SeeAsync() => District.Use<SeePair>().AskAsync(Clerk, Unit, Committee, Ct);

        public ProposeCrossAppointment.Form Proposal() =>
            new()
            {
                UnitId = Unit,
                CommitteeId = Committee,
                PersonId = Officer,
                Title = "党总支兼职副书记",
                On = District.Today.AddDays(-30),
            };

        public Task ProposeAsync() => District.Use<ProposeCrossAppointment>().RunAsync(Clerk, Proposal(), Ct);

        public async Task StepAsync(
            CrossState step,
            int days,
            Func<RecordCrossAppointmentStep.Form, RecordCrossAppointmentStep.Form>? fill = null
        )
        {
            District.Clock.Advance(TimeSpan.FromMinutes(1));
            var guest = (await SeeAsync()).Guests.First(g =>
                g.State is not (CrossState.Declined or CrossState.Withdrawn or CrossState.Ended)
            );
            var form = new RecordCrossAppointmentStep.Form
            {
                CrossAppointmentId = guest.RowId,
                ExpectedVersion = guest.RowVersion,
                Step = step,
                On = District.Today.AddDays(days),
                ToldBy = "单位联络员",
            };
            await District.Use<RecordCrossAppointmentStep>().RunAsync(Clerk, fill?.Invoke(form) ?? form, Ct);
        }

        public async Task TakeOfficeAsync(DateOnly? plannedUntil = null)
        {
            await ProposeAsync();
            await StepAsync(CrossState.Studied, -20);
            await StepAsync(CrossState.Approved, -15, f => f with { Confirmation = Confirmation.Approval });
            await StepAsync(CrossState.InOffice, -10, f => f with { PlannedUntil = plannedUntil });
        }

        public async Task<Guid> UnitWithOrganizationAsync(string name, CoBuilding.Places.Place place)
        {
            var form = new EnterUnit.Form
            {
                Name = name,
                Kind = UnitKind.School,
                PlaceId = place.Id,
                PartyOrganization = PartyOrganizationKind.GeneralBranch,
            };
            await District.Use<EnterUnit>().RunAsync(District.Admin, form, Ct);
            return form.UnitId;
        }
    }

    private async Task<Pair> StartAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var pair = new Pair(district, clerk, committee, Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty);
        var unit = await pair.UnitWithOrganizationAsync("甲校", district.Community1);
        var member = await district.PersonAsync(unit, "甲校书记", secretary: true);
        var seat = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = member,
            Title = "兼职委员",
            From = district.Today.AddMonths(-6),
        };
        await district.Use<AddSeat>().RunAsync(clerk, seat, Ct);
        var office = await district.UnitAsync(district.Street1, "街道机关");
        return pair with { Unit = unit, Seat = seat.SeatId, Member = member, Officer = await district.PersonAsync(office, "街道副书记") };
    }

    private static async Task<Scope> SecretaryAsync(Pair pair)
    {
        var post = (await pair.District.Use<SeeUnit>().AskAsync(pair.Clerk, pair.Unit, Ct))
            .Posts.Single(p => p.PersonId == pair.Member)
            .PostId;
        var open = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = "unit-secretary",
            Role = Role.UnitSecretary,
        };
        await pair.District.Use<OpenUnitAccount>().RunAsync(pair.Clerk, open, Ct);
        return await pair.District.FirstSignInAsync(open.Login, open.Code);
    }

    private static async Task<string> RuleAsync(Func<Task> useCase) => (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key;
}
