using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Committees.DoublePosts;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Documents.Reading;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Committees.Importing;

/// <summary>
/// A roster as it was brought, each row checked by itself and against the others: a seat has one holder at a time, and a person one seat
/// per committee.
/// </summary>
internal sealed class RosterList : CheckedList
{
    private readonly RosterLookup known;
    private readonly IReadOnlyList<RosterRow> rows;
    private readonly IReadOnlyList<PlannedSeat> seats;

    private RosterList(ImportedList<RosterColumn> list, RosterLookup known, IReadOnlyList<RosterRow> rows, PortalDb db)
    {
        (this.known, this.rows) = (known, rows);
        seats = [.. rows.Select(r => r.Seat).OfType<PlannedSeat>().Distinct()];
        Judge(db);
        Check = list.Found(
            Wording.T("Importing.Roster"),
            [RosterColumn.Committee, RosterColumn.Unit, RosterColumn.Person, RosterColumn.Title, RosterColumn.From, RosterColumn.Until],
            rows.Select(r => r.Found())
        );
    }

    public override ImportCheck Check { get; }

    /// <summary>A fixed number of statements, independent of the number of rows.</summary>
    /// <param name="committeeId">The committee of rows that name none.</param>
    public static async Task<RosterList> ReadAsync(
        PortalDb db,
        ReaderPool reader,
        Scope scope,
        Guid? committeeId,
        ImportSource source,
        IProgress<ImportStep>? progress,
        CancellationToken ct
    )
    {
        progress?.Report(new ImportStep(ImportPhase.Reading, 0, null));
        var list = await ImportedList<RosterColumn>.ReadAsync(reader, scope, source, RosterColumns.All, ct);
        var known = await RosterLookup.ReadAsync(db, list.Lines, committeeId, ct);
        return CultureScope.In(
            scope.Culture,
            () =>
            {
                var importProgress = new ImportProgress(progress, ImportPhase.Checking, list.Lines.Count, ct);
                List<RosterRow> rows = [];
                foreach (var line in list.Lines)
                {
                    rows.Add(new RosterRowReader(line, known, committeeId, scope.Culture, db.Today).Read());
                    importProgress.Add(1);
                }
                return new RosterList(list, known, rows, db);
            }
        );
    }

    /// <summary>Rows are checked repeatedly until no more fail, since other rows may depend on a failed one.</summary>
    private void Judge(PortalDb db)
    {
        Repeated();
        int good;
        do
        {
            good = rows.Count(r => r.Findings.IsGood);
            foreach (var seat in seats)
            {
                MakeSeat(seat, db);
                FindOverlaps(seat);
            }
            FindDoubleSeats();
        } while (rows.Count(r => r.Findings.IsGood) < good);
        LookAtQuotas(db);
        LookAtDoublePosts();
    }

    private void Repeated()
    {
        Dictionary<(PlannedSeat, Guid?, DateOnly?), int> seen = [];
        foreach (var row in rows.Where(r => r.Findings.IsGood && r.Seat is not null))
            if (!seen.TryAdd((row.Seat!, row.Person?.Id, row.Term?.From), row.Findings.Number))
                row.Findings.Refuse(Wording.T("Importing.SameAsRow", seen[(row.Seat!, row.Person?.Id, row.Term?.From)]));
    }

    private static void MakeSeat(PlannedSeat plan, PortalDb db)
    {
        var good = plan.Rows.Where(r => r.Findings.IsGood).ToList();
        if (good.Count == 0)
            return;
        if (plan.Known is { } known)
        {
            plan.Made = known;
            foreach (var row in good)
                if (row.Term is { } term && (row.Known is null || row.From is not null))
                    row.Findings.Try(() => known.Expect(row.Person!.Id, term), RosterColumns.Words.Label(RosterColumn.From));
            return;
        }
        var from = good.Min(r => r.Term?.From ?? r.From) ?? db.Today;
        // The current title of the seat is that of its latest row.
        var latest = good.OrderByDescending(r => r.Term?.From).ToList();
        var (role, title) = (
            latest.Find(r => r.Role is not null)?.Role ?? SeatRole.Member,
            latest.Find(r => r.Title is not null)?.Title ?? Wording.T(plan.Kind)
        );
        foreach (var row in good)
            if (!row.Findings.Try(() => plan.Made = plan.Make(from, role, title, db.Now)))
                plan.Made = null;
        if (plan.Made is { } made)
            made.FollowsPost = good.Any(r => r.Person?.IsSecretary == true && r.Term!.IsOn(db.Today));
    }

    private void FindOverlaps(PlannedSeat plan)
    {
        var good = plan.Rows.Where(r => r.Findings.IsGood && r.Term is not null).ToList();
        var told = good.Select(r => r.Known).OfType<Appointment>().ToHashSet();
        var terms = good.Select(r => (Row: (RosterRow?)r, Term: r.Term!, r.Person!.Name))
            .Concat(
                plan.Appointments.Where(a => !told.Contains(a))
                    .Select(a => (Row: (RosterRow?)null, Term: new Span(a.From, a.Until), Name: known.NameOf(a.PersonId)))
            )
            .OrderBy(t => t.Term.From)
            .ToList();
        for (var n = 1; n < terms.Count; n++)
        {
            var (before, after) = (terms[n - 1], terms[n]);
            if (before.Term.Until is { } until && until <= after.Term.From)
                continue;
            var (row, other) = after.Row is not null ? (after.Row, before) : (before.Row, after);
            row?.Findings.Refuse(
                Wording.T(
                    "Importing.SeatTaken",
                    other.Name,
                    other.Term.From.InShort(),
                    other.Term.Until?.InShort() ?? Wording.T("Importing.UntilOpen")
                ),
                RosterColumns.Words.Label(RosterColumn.From)
            );
        }
    }

    /// <summary>Nobody holds two seats of one committee at a time.</summary>
    private void FindDoubleSeats()
    {
        var touched = seats.Select(s => s.Committee.Id).ToHashSet();
        var told = rows.Where(r => r.Findings.IsGood).Select(r => r.Known).OfType<Appointment>().ToHashSet();
        var terms = rows.Where(r => r.Findings.IsGood && r.Term is not null)
            .Select(r => (Row: (RosterRow?)r, Committee: r.Seat!.Committee.Id, Person: r.Person!.Id, Seat: r.Seat!.Id, Term: r.Term!))
            .Concat(
                known
                    .Seats.Where(s => touched.Contains(s.Committee.Id))
                    .SelectMany(s => s.Appointments)
                    .Where(a => !told.Contains(a))
                    .Select(a =>
                        (
                            Row: (RosterRow?)null,
                            Committee: a.CommitteeId,
                            Person: a.PersonId,
                            Seat: a.SeatId,
                            Term: new Span(a.From, a.Until)
                        )
                    )
            );
        foreach (var person in terms.GroupBy(t => (t.Committee, t.Person)))
        {
            var ordered = person.OrderBy(t => t.Term.From).ToList();
            for (var n = 1; n < ordered.Count; n++)
            {
                var (before, after) = (ordered[n - 1], ordered[n]);
                if (before.Seat == after.Seat || before.Term.HasEndedBy(after.Term.From))
                    continue;
                var row = after.Row ?? before.Row;
                row?.Findings.Refuse(
                    Wording.T("Committees.PersonHasSeat", row.Person!.Name),
                    RosterColumns.Words.Label(RosterColumn.Person)
                );
            }
        }
    }

    /// <summary>Exceeding the usual number is allowed and pointed out; some districts require a reason.</summary>
    private void LookAtQuotas(PortalDb db)
    {
        var told = rows.Where(r => r.Findings.IsGood).Select(r => r.Known).OfType<Appointment>().ToHashSet();
        var others = known
            .Seats.Where(s => s.Kind != SeatKind.FullTime)
            .SelectMany(s => s.Appointments)
            .Where(a => !told.Contains(a))
            .ToLookup(a => a.CommitteeId, a => new Span(a.From, a.Until));
        foreach (var committee in seats.Where(s => s.Kind != SeatKind.FullTime).GroupBy(s => s.Committee.Id))
        {
            if (!known.Quotas.TryGetValue(committee.Key, out var quota) || quota.Max is not { } max)
                continue;
            var terms = others[committee.Key].ToList();
            // Ended appointments are not checked against today's range.
            foreach (
                var row in committee
                    .SelectMany(s => s.Rows)
                    .Where(r => r.Findings.IsGood && r.Term?.HasEndedBy(db.Today) == false)
                    .OrderBy(r => r.Known is null)
                    .ThenBy(r => r.Findings.Number)
            )
            {
                terms.Add(row.Term!);
                var day = row.Term!.From > db.Today ? row.Term.From : db.Today;
                var members = terms.Count(t => t.IsOn(day));
                if (members <= max || row.Known is not null)
                    continue;
                if (quota.RequiresReason && row.QuotaReason is null)
                    row.Findings.Refuse(
                        Wording.T("Committees.QuotaReasonMissing", members, max),
                        RosterColumns.Words.Label(RosterColumn.QuotaReason)
                    );
                else
                    row.Findings.Note(Wording.T("Importing.BeyondQuota", members, max));
            }
        }
    }

    /// <summary>New terms besides one on the other level, existing or from the same list: pointed out, with a reason if required.</summary>
    private void LookAtDoublePosts()
    {
        var posts = rows.Where(r => r.Findings.IsGood && r.Term is not null && r.Seat!.Kind != SeatKind.FullTime)
            .Select(r =>
                (Row: r, Post: new HeldPost(r.Person!.Id, r.Seat!.Committee.Id, r.Seat.Committee.Name, r.Seat.Committee.Level, r.Term!))
            )
            .ToList();
        var brought = posts.Where(p => p.Row.Seat!.Committee.Kind != CommitteeKind.Consortium).ToLookup(p => p.Post.PersonId, p => p.Post);
        foreach (var (row, post) in posts.Where(p => p.Row.Known is null))
        {
            if (
                known.Posts[post.PersonId].Concat(brought[post.PersonId]).Beside(row.Seat!.Committee, post.Term).FirstOrDefault()
                is not { } other
            )
                continue;
            if (row.DoublePostReason is null && known.Quotas.TryGetValue(post.CommitteeId, out var quota) && quota.RequiresReason)
                row.Findings.Refuse(
                    Wording.T("DoublePosts.ReasonMissing", other.Committee),
                    RosterColumns.Words.Label(RosterColumn.DoublePostReason)
                );
            else
                row.Findings.Note(Wording.T("DoublePosts.Note", row.Person!.Name, other.Committee));
        }
    }

    /// <summary>Saves every row that is good: what others point to first, and what is superseded before what takes its days.</summary>
    public override async Task SaveAsync(PortalDb db, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        var good = rows.Where(r => r.Findings.IsGood && (r.IsNew || r.Findings.IsChanged)).ToList();
        var newUnits = good.Select(r => r.Seat!.Unit)
            .OfType<PlannedUnit>()
            .Where(u => u.Known is null)
            .Distinct()
            .Select(u => u.Entered())
            .ToList();
        var newcomers = good.Select(r => (r.Person, r.Seat)).Where(x => x.Person?.Form is not null).DistinctBy(x => x.Person!.Id).ToList();
        var newSeats = good.Select(r => r.Seat!).Where(s => s.Known is null).Distinct().Select(s => s.Made!).ToList();
        var corrected = good.Where(r => r.Known is not null && r.Findings.IsChanged).Select(r => r.Seat!).ToHashSet();
        var appointed = good.Where(r => r.Person is not null && r.Known is null)
            .Select(r => (Row: r, Appointment: Appoint(r, db.Now)))
            .ToList();
        var atOnce = appointed.Where(x => !corrected.Contains(x.Row.Seat!)).Select(x => x.Appointment).ToList();

        var importProgress = new ImportProgress(
            progress,
            ImportPhase.Saving,
            newUnits.Count + (newcomers.Count * 2) + newSeats.Count + atOnce.Count,
            ct
        );
        await db.AddManyAsync(newUnits, importProgress.Add, ct);
        await db.AddManyAsync(
            [
                .. newcomers.Select(x => new Person
                {
                    Id = x.Person!.Id,
                    Name = x.Person.Name,
                    Mobile = x.Person.Form!.Mobile,
                }),
            ],
            importProgress.Add,
            ct
        );
        await db.AddManyAsync([.. newcomers.Select(x => PostOf(x.Person!, x.Seat!, db.Today))], importProgress.Add, ct);
        await db.AddManyAsync(newSeats, importProgress.Add, ct);
        await db.AddManyAsync(atOnce, importProgress.Add, ct);
        foreach (var row in good.Where(r => r.Known is not null || (r.Seat!.Known is not null && r.Findings.IsChanged)))
            Correct(db, row);
        db.AddRange(appointed.Where(x => corrected.Contains(x.Row.Seat!)).Select(x => x.Appointment));
        // As on the page: concurrent changes to the same seat or the last place conflict at these rows.
        foreach (var seat in good.Where(r => r.Person is not null).Select(r => r.Seat!.Known).OfType<Seat>().Distinct())
            db.Touch(db.Attach(seat).Entity);
        foreach (var committee in appointed.Where(x => x.Row.Seat!.Kind != SeatKind.FullTime).Select(x => x.Row.Seat!.Committee).Distinct())
            db.Touch(db.Attach(committee).Entity);
    }

    private static Appointment Appoint(RosterRow row, DateTimeOffset now)
    {
        var (seat, person, from) = (row.Seat!.Made!, row.Person!.Id, row.Term!.From);
        return row.Until is { } until
            ? seat.AppointUntil(
                Guid.CreateVersion7(),
                person,
                from,
                until,
                row.EndReason ?? EndReason.Other,
                row.LetterNumber,
                row.AppointmentReasons,
                now
            )
            : seat.Appoint(Guid.CreateVersion7(), person, from, row.LetterNumber, row.AppointmentReasons, now);
    }

    private static Post PostOf(PlannedPerson person, PlannedSeat seat, DateOnly today) =>
        new()
        {
            Id = person.Form!.PostId,
            PersonId = person.Id,
            UnitId = seat.Unit?.Id,
            PlaceId = seat.Unit?.Residence.Id ?? seat.Committee.PlaceId,
            Title = person.Form.Title,
            From = person.PostFrom,
            Until = person.PostUntil is { } until && until <= today ? until : null,
        };

    private static void Correct(PortalDb db, RosterRow row)
    {
        var seat = db.Attach(row.Seat!.Known!).Entity;
        seat.Role = row.Role ?? seat.Role;
        seat.Title = row.Title ?? seat.Title;
        if (row.Known is not { } before)
            return;
        var (from, until, reason, letter) = (
            row.From ?? before.From,
            row.Until ?? before.Until,
            row.EndReason ?? before.EndReason,
            row.LetterNumber ?? before.LetterNumber
        );
        if (until is not null)
            reason ??= EndReason.Other;
        var facts = new Appointment.Facts(before.PersonId, from, until, reason, letter);
        if (facts == new Appointment.Facts(before.PersonId, before.From, before.Until, before.EndReason, before.LetterNumber))
            return;
        db.Attach(before);
        var isEnd = before.Until is null && until is not null && (from, letter) == (before.From, before.LetterNumber);
        db.Add(
            isEnd
                ? before.EndOn(Guid.CreateVersion7(), until!.Value, reason!.Value, null, db.Now)
                : before.Correct(Guid.CreateVersion7(), facts, Wording.T("Importing.CorrectedByList"), db.Now)
        );
    }
}
