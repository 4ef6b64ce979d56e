using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

/// <summary>A roster on which a clerk tries one action after another, and a replay of those that succeeded.</summary>
internal sealed class RosterLife(TestCluster cluster, TestDistrict district, Guid committee, Guid[] units, Guid[] people)
{
    public const int Seats = 4;
    public const int People = 6;

    private static CancellationToken Ct => TestDistrict.Ct;

    private readonly Guid?[] seats = new Guid?[Seats];

    public TestDistrict District => district;
    public DateOnly First { get; } = district.Today;
    public List<Change> Log { get; } = [];

    public static async Task<RosterLife> StartAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "东街道大工委",
            EstablishedOn = district.Today.AddDays(-15),
            TermEndsOn = district.Today.AddYears(4),
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        await district.RangeAsync(1, 2);
        List<Guid> units = [],
            people = [];
        for (var n = 0; n < Seats; n++)
            units.Add(await district.UnitAsync(district.Community1, "单位" + n));
        for (var n = 0; n < People; n++)
            people.Add(await district.PersonAsync(units[0], "第" + n));
        return new RosterLife(cluster, district, form.CommitteeId, [.. units], [.. people]);
    }

    /// <summary>Refused actions have no effect.</summary>
    public async Task TryAsync(Step step)
    {
        try
        {
            if (seats[step.Seat] is not { } seat)
                await AddSeatAsync(step);
            else
                await DoAsync(step, seat);
        }
        catch (RuleBroken) { }
        if (step.What % 3 != 0)
            return;
        district.Clock.Advance(TimeSpan.FromDays(1 + (step.More % 3)));
        await district.RenewAdminAsync();
    }

    private Task DoAsync(Step step, Guid seat) =>
        step.What switch
        {
            < 22 => AppointAsync(step, seat),
            < 40 => ReplaceAsync(step, seat),
            < 55 => EndAsync(step, seat),
            < 70 => CorrectAsync(step, seat),
            < 74 => WithdrawAsync(step, seat),
            < 84 => SuspendAsync(step, seat),
            < 92 => ResumeAsync(step, seat),
            < 97 => CloseAsync(step, seat),
            < 99 => ExtendAsync(step),
            _ => DissolveAsync(step),
        };

    private async Task AddSeatAsync(Step step)
    {
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = units[step.Seat],
            PersonId = step.What % 2 == 0 ? people[step.Person] : null,
            Title = "委员",
            From = Day(step.Days),
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, form, Ct);
        seats[step.Seat] = form.SeatId;
        Guid? term = form.PersonId is null ? null : form.AppointmentId;
        Done(all =>
        {
            all.Add(form.SeatId, new ReplayedSeat { From = form.From!.Value, MadeFor = term });
            if (term is { } made)
                all[form.SeatId].Terms.Add(new(made, form.PersonId!.Value, form.From.Value, null));
        });
    }

    private async Task AppointAsync(Step step, Guid seat)
    {
        var form = new AppointMember.Form
        {
            SeatId = seat,
            ExpectedVersion = await VersionAsync(seat),
            PersonId = people[step.Person],
            From = Day(step.Days),
        };
        await district.Use<AppointMember>().RunAsync(district.Admin, form, Ct);
        Done(all => all[seat].Terms.Add(new(form.AppointmentId, form.PersonId.Value, form.From.Value, null)));
    }

    private async Task ReplaceAsync(Step step, Guid seat)
    {
        var form = new ReplaceMember.Form
        {
            SeatId = seat,
            ExpectedVersion = await VersionAsync(seat),
            PersonId = people[step.Person],
            From = Day(step.Days),
            Reason = EndReason.PostChanged,
        };
        await district.Use<ReplaceMember>().RunAsync(district.Admin, form, Ct);
        Done(all =>
        {
            EndOn(all[seat], all[seat].HolderOrNext(form.From.Value.AddDays(-1)), form.From.Value);
            all[seat].Terms.Add(new(form.AppointmentId, form.PersonId.Value, form.From.Value, null));
        });
    }

    private async Task EndAsync(Step step, Guid seat)
    {
        var (today, on) = (district.Today, Day(step.Days));
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await VersionAsync(seat),
                    On = on,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Done(all => EndOn(all[seat], all[seat].HolderOrNext(today), on));
    }

    private async Task CorrectAsync(Step step, Guid seat)
    {
        var (form, old) = await CorrectionAsync(step, seat);
        if (form is null)
            return;
        form.PersonId = step.More % 4 == 0 ? people[step.Person] : old!.Person;
        form.From = step.More % 3 == 0 ? old!.From : old!.From.AddDays(step.Days);
        form.Until = step.More % 2 == 0 ? old.Until : old.From.AddDays(step.More + 15);
        form.EndReason = EndReason.Other;
        await district.Use<CorrectAppointment>().RunAsync(district.Admin, form, Ct);
        Done(all =>
        {
            var its = all[seat];
            if (form.From < its.From || (its.MadeFor == old.FirstId && its.From == old.From))
                its.From = form.From.Value;
            its.Terms[its.Terms.FindIndex(t => t.FirstId == old.FirstId)] = new(
                old.FirstId,
                form.PersonId.Value,
                form.From.Value,
                form.Until
            );
        });
    }

    private async Task WithdrawAsync(Step step, Guid seat)
    {
        var (form, old) = await CorrectionAsync(step, seat);
        if (form is null)
            return;
        await district.Use<CorrectAppointment>().RunAsync(district.Admin, form with { IsWithdrawn = true }, Ct);
        Done(all => all[seat].Terms.RemoveAll(t => t.FirstId == old!.FirstId));
    }

    /// <summary>A form about one of the seat's terms, as raw rows have them; null where there is none.</summary>
    private async Task<(CorrectAppointment.Form? Form, Term? Old)> CorrectionAsync(Step step, Guid seat)
    {
        var terms = (await CurrentAsync()).Where(t => t.Seat == seat).ToList();
        if (terms.Count == 0)
            return (null, null);
        var (_, id, old) = terms[step.More % terms.Count];
        return (
            new()
            {
                SeatId = seat,
                ExpectedVersion = await VersionAsync(seat),
                AppointmentId = id,
                Reason = "录错",
            },
            old
        );
    }

    private async Task SuspendAsync(Step step, Guid seat)
    {
        var (from, until) = (Day(step.Days), step.More % 2 == 0 ? (DateOnly?)null : Day(step.Days + step.More));
        await district
            .Use<SuspendSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await VersionAsync(seat),
                    From = from,
                    Until = until,
                },
                Ct
            );
        Done(all => all[seat].Pauses.Add(new(from, until)));
    }

    private async Task ResumeAsync(Step step, Guid seat)
    {
        var (today, on) = (district.Today, Day(step.Days));
        await district
            .Use<ResumeSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await VersionAsync(seat),
                    On = on,
                },
                Ct
            );
        Done(all =>
        {
            var pauses = all[seat].Pauses;
            var pause = pauses.Where(p => p.Until is null || p.Until > today).OrderBy(p => p.From).First();
            pauses[pauses.IndexOf(pause)] = pause with { Until = on };
        });
    }

    private async Task CloseAsync(Step step, Guid seat)
    {
        var on = Day(step.Days);
        await district
            .Use<CloseSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await VersionAsync(seat),
                    On = on,
                },
                Ct
            );
        seats[step.Seat] = null; // the unit may be given another one
        Done(all => all[seat].Until = on);
    }

    private async Task ExtendAsync(Step step)
    {
        await district
            .Use<ExtendTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = await VersionAsync(committee),
                    Until = First.AddYears(4).AddDays(step.More),
                    Approval = "12号",
                },
                Ct
            );
        Done(_ => { });
    }

    private async Task DissolveAsync(Step step)
    {
        var on = Day(step.More);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = await VersionAsync(committee),
                    On = on,
                    Reason = "区划调整",
                },
                Ct
            );
        Done(all =>
        {
            foreach (var seat in all.Values)
            {
                seat.Terms.RemoveAll(t => t.From >= on);
                foreach (var term in seat.Terms.Where(t => t.Until is null || t.Until > on).ToList())
                    EndOn(seat, term, on);
                seat.Until ??= on;
            }
        });
    }

    public async Task NoSeatHasTwoHoldersAsync()
    {
        foreach (var terms in (await CurrentAsync()).GroupBy(t => t.Seat))
        foreach (var (one, next) in terms.OrderBy(t => t.Term.From).Zip(terms.OrderBy(t => t.Term.From).Skip(1)))
            Assert.True(one.Term.Until <= next.Term.From, $"{one} overlaps {next}");
    }

    public async Task RosterEqualsReplayAsync(DateOnly on, DateOnly? known)
    {
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, known, Ct);
        var seen = roster.Rows.ToDictionary(
            r => r.SeatId,
            r => new ReplayedView(r.PersonId, r.Since, r.Until, r.NextId, r.NextFrom, r.Suspension?.IsOn(on) == true)
        );
        Assert.Equal(Replay(on, known).OrderBy(s => s.Key), seen.OrderBy(s => s.Key));
    }

    public async Task FirstDayOutsideTheRangeEqualsACountAsync()
    {
        var today = district.Today;
        var members = Enumerable.Range(0, 200).Select(n => Replay(today.AddDays(n), null).Values.Count(v => v.Person is not null)).ToList();
        var leaves = members[0] is < 1 or > 2 ? -1 : members.FindIndex(m => m is < 1 or > 2);
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(members[0], roster.Quota.Members);
        Assert.Equal(leaves < 0 ? null : new QuotaChange(today.AddDays(leaves), members[leaves]), roster.LeavesQuota);
    }

    public async Task ComparisonEqualsTheDifferenceOfReplaysAsync((DateOnly On, DateOnly? Known) then, (DateOnly On, DateOnly? Known) now)
    {
        var (a, b, corrected) = (Replay(then.On, then.Known), Replay(now.On, now.Known), Replay(then.On, now.Known));
        var expected = a
            .Keys.Union(b.Keys)
            .Union(corrected.Keys)
            .SelectMany(seat =>
                Differences(a.GetValueOrDefault(seat), b.GetValueOrDefault(seat), corrected.GetValueOrDefault(seat))
                    .Select(d => (seat, d.What, d.IsAfterTheFact))
            );
        var compared = await district
            .Use<CompareRosters>()
            .AskAsync(district.Admin, new(committee, new(then.On, then.Known), new(now.On, now.Known)), Ct);
        Assert.Equal(
            expected.OrderBy(d => d.seat).ThenBy(d => d.What),
            compared.Rows.Select(r => (r.SeatId, r.What, r.IsAfterTheFact)).OrderBy(r => r.SeatId).ThenBy(r => r.What)
        );
    }

    private static IEnumerable<(RosterDifference What, bool IsAfterTheFact)> Differences(
        ReplayedView? then,
        ReplayedView? now,
        ReplayedView? corrected
    )
    {
        var added = then is null && (now is not null || corrected is not null);
        if (added || (then is not null && (now is null || corrected is null)))
            yield return (added ? RosterDifference.SeatAdded : RosterDifference.SeatClosed, then is null != corrected is null);
        if (then is null)
            yield break;
        // Against the later state where it differs from that one, else against the corrected first.
        foreach (
            var (isDifferent, what) in new (Func<ReplayedView, bool, bool>, Func<ReplayedView, RosterDifference>)[]
            {
                (
                    (v, _) => v.Person != then.Person,
                    v =>
                        then.Person is null ? RosterDifference.Filled
                        : v.Person is null ? RosterDifference.Vacated
                        : RosterDifference.HolderChanged
                ),
                (
                    (v, sameDay) =>
                        v.Person is not null && v.Person == then.Person && (v.Since != then.Since || (!sameDay && v.Until != then.Until)),
                    _ => RosterDifference.FactsChanged
                ),
                (
                    (v, sameDay) => !sameDay && v.Person == then.Person && (v.Next, v.NextFrom) != (then.Next, then.NextFrom),
                    _ => RosterDifference.SuccessorChanged
                ),
                ((v, _) => v.IsPaused != then.IsPaused, v => v.IsPaused ? RosterDifference.Suspended : RosterDifference.Resumed),
            }
        )
        {
            var (byNow, byCorrection) = (now is not null && isDifferent(now, false), corrected is not null && isDifferent(corrected, true));
            if (byNow || byCorrection)
                yield return (what(byNow ? now! : corrected!), byCorrection);
        }
    }

    /// <summary>The roster of a day from what was done until the end of another, step by step.</summary>
    private Dictionary<Guid, ReplayedView> Replay(DateOnly on, DateOnly? known)
    {
        Dictionary<Guid, ReplayedSeat> all = [];
        foreach (var change in Log.Where(d => known is null || d.On <= known))
            change.Apply(all);
        return all.Select(s => (s.Key, View: s.Value.On(on))).Where(s => s.View is not null).ToDictionary(s => s.Key, s => s.View!);
    }

    private void Done(Action<Dictionary<Guid, ReplayedSeat>> change) => Log.Add(new(district.Today, change));

    private static void EndOn(ReplayedSeat seat, Term term, DateOnly on) => seat.Terms[seat.Terms.IndexOf(term)] = term with { Until = on };

    private DateOnly Day(int days) => district.Today.AddDays(days);

    private async Task<long> VersionAsync(Guid id)
    {
        await foreach (
            var row in World.ReadAsync(
                cluster,
                "SELECT row_version FROM seats WHERE id = $1 UNION ALL SELECT row_version FROM committees WHERE id = $1",
                id
            )
        )
            return row.GetInt64(0);
        throw new InvalidOperationException($"There is no {id}.");
    }

    private async Task<List<(Guid Seat, Guid Id, Term Term)>> CurrentAsync()
    {
        List<(Guid, Guid, Term)> rows = [];
        await foreach (
            var row in World.ReadAsync(
                cluster,
                "SELECT seat_id, id, first_id, person_id, \"from\", until FROM appointments "
                    + "WHERE committee_id = $1 AND superseded_at IS NULL ORDER BY first_id",
                committee
            )
        )
            rows.Add(
                (
                    row.GetGuid(0),
                    row.GetGuid(1),
                    new(
                        row.GetGuid(2),
                        row.GetGuid(3),
                        row.GetFieldValue<DateOnly>(4),
                        row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5)
                    )
                )
            );
        return rows;
    }

    /// <summary>One attempted action of the clerk: what, on which seat, with whom, and two numbers of days.</summary>
    public sealed record Step(int What, int Seat, int Person, int Days, int More);

    public sealed record Change(DateOnly On, Action<Dictionary<Guid, ReplayedSeat>> Apply);

    public sealed class ReplayedSeat
    {
        public required DateOnly From { get; set; }
        public DateOnly? Until { get; set; }

        /// <summary>The term with which the seat was recorded.</summary>
        public Guid? MadeFor { get; init; }
        public List<Term> Terms { get; } = [];
        public List<Span> Pauses { get; } = [];

        public Term HolderOrNext(DateOnly day) => Terms.Where(t => t.Until is null || t.Until > day).OrderBy(t => t.From).First();

        public ReplayedView? On(DateOnly day)
        {
            if (From > day || Until <= day)
                return null;
            var (now, next) = (
                Terms.SingleOrDefault(t => new Span(t.From, t.Until).IsOn(day)),
                Terms.Where(t => t.From > day).OrderBy(t => t.From).FirstOrDefault()
            );
            return new(now?.Person, now?.From, now?.Until, next?.Person, next?.From, Pauses.Any(p => p.IsOn(day)));
        }
    }

    public sealed record Term(Guid FirstId, Guid Person, DateOnly From, DateOnly? Until);

    public sealed record ReplayedView(Guid? Person, DateOnly? Since, DateOnly? Until, Guid? Next, DateOnly? NextFrom, bool IsPaused);
}
