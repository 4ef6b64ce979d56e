using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
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
    private readonly Dictionary<Guid, string> names;

    private RosterList(ImportedList<RosterColumn> list, RosterLookup known, IReadOnlyList<RosterRow> rows, PortalDb db)
    {
        (this.known, this.rows) = (known, rows);
        seats = [.. rows.Select(r => r.Seat).OfType<PlannedSeat>().Distinct()];
        names = rows.Select(r => r.Person).OfType<PlannedPerson>().DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name);
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
    public static async Task<RosterList> ReadAsync(IncomingList incoming, Guid? committeeId, CancellationToken ct)
    {
        var (db, culture) = (incoming.Db, incoming.Scope.Culture);
        var list = await incoming.LinesAsync(RosterColumns.All, ct);
        var known = await RosterLookup.ReadAsync(db, list.Lines, committeeId, incoming.IsToBeSaved, ct);
        return CultureScope.In(
            culture,
            () =>
            {
                var importProgress = new ImportProgress(incoming.Progress, ImportPhase.Checking, list.Lines.Count, ct);
                List<RosterRow> rows = [];
                foreach (var line in list.Lines)
                {
                    rows.Add(new RosterRowReader(line, known, committeeId, culture, db.Today).Read());
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
                MakeSeat(seat, db);
            FindOverlaps();
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
    }

    /// <summary>A seat has one holder at a time, and nobody holds two seats of one body.</summary>
    private void FindOverlaps()
    {
        var terms = known.TermsBut(Told());
        foreach (var row in rows.Where(r => r.Findings.IsGood && r.Term is not null).OrderBy(r => r.Term!.From))
        {
            var (seat, term) = (row.Seat!, row.Term!);
            if (terms.HolderOf(seat.Id, term) is { } other)
                row.Findings.Refuse(
                    Wording.T(
                        "Importing.SeatTaken",
                        NameOf(other.PersonId),
                        other.Term.From.InShort(),
                        other.Term.Until?.InShort() ?? Wording.T("Importing.UntilOpen")
                    ),
                    RosterColumns.Words.Label(RosterColumn.From)
                );
            else if (terms.SeatOf(row.Person!.Id, seat.Committee.Id, term) is not null)
                row.Findings.Refuse(Wording.T("Committees.PersonHasSeat", row.Person.Name), RosterColumns.Words.Label(RosterColumn.Person));
            else
                terms.Add(TermOf(row));
        }
    }

    /// <summary>What the good rows tell of known appointments.</summary>
    private IEnumerable<Appointment> Told() => rows.Where(r => r.Findings.IsGood).Select(r => r.Known).OfType<Appointment>();

    private static AppointedTerm TermOf(RosterRow row) =>
        new(
            row.Seat!.Committee.Id,
            row.Seat.Id,
            row.Known?.FirstId ?? Guid.Empty,
            row.Person!.Id,
            row.Term!,
            row.Seat.Kind != SeatKind.FullTime
        );

    /// <summary>Takes the place of a holder whose term the list ends.</summary>
    private static bool IsSuccessor(RosterRow row) => row.Seat!.Appointments.Any(a => a.IsOn(row.Term!.From));

    private string NameOf(Guid person) => names.GetValueOrDefault(person) ?? known.NameOf(person);

    /// <summary>
    /// Exceeding the usual number is allowed and pointed out; some districts require a reason. Appointments that have ended are counted
    /// and not asked.
    /// </summary>
    private void LookAtQuotas(PortalDb db)
    {
        var terms = known.TermsBut(Told());
        foreach (
            var row in rows.Where(r => r.Findings.IsGood && r.Term is not null && r.Seat!.Kind != SeatKind.FullTime)
                .OrderBy(r => !r.Term!.HasEndedBy(db.Today))
                .ThenBy(r => r.Known is null)
                .ThenBy(r => r.Findings.Number)
        )
        {
            var (committee, term) = (row.Seat!.Committee, row.Term!);
            terms.Add(TermOf(row));
            var (kind, members) = (known.CommitteeKinds[committee.KindId], terms.MostMembers(committee.Id, term));
            if (kind.Max is not { } max || members <= max || row.Known is not null || IsSuccessor(row) || term.HasEndedBy(db.Today))
                continue;
            if (kind.RequiresReason && row.QuotaReason is null)
                row.Findings.Refuse(
                    Wording.T("Committees.QuotaReasonMissing", members, max),
                    RosterColumns.Words.Label(RosterColumn.QuotaReason)
                );
            else
                row.Findings.Note(Wording.T("Importing.BeyondQuota", members, max));
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
            if (row.DoublePostReason is null && known.CommitteeKinds[row.Seat.Committee.KindId].RequiresReason)
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
        foreach (var seat in good.Select(r => r.Seat!.Known).OfType<Seat>().Distinct())
            db.Attach(seat);

        var appointing = await AppointingAsync(db, ct);
        var corrected = good.Where(r => r.Seat!.Known is not null && r.Findings.IsChanged)
            .Where(r => Correct(db, appointing, r))
            .SelectMany(FreedBy)
            .ToHashSet();
        var appointed = good.Where(r => r.Person is not null && r.Known is null)
            .ToLookup(r => corrected.Overlaps(FreedBy(r)), r => Appoint(appointing, r, db.Now));
        // As on the page: concurrent changes to the same seat conflict at these rows.
        foreach (var seat in good.Where(r => r.Person is not null).Select(r => r.Seat!.Known).OfType<Seat>().Distinct())
            db.Touch(seat);
        // The days that a correction frees, of the seat or of the person, are free only once it is saved.
        var (later, atOnce) = (appointed[true], appointed[false].ToList());

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
        db.AddRange(later);
    }

    private static (Guid, Guid)[] FreedBy(RosterRow row) =>
        [(row.Seat!.Id, Guid.Empty), (row.Seat.Committee.Id, row.Person?.Id ?? Guid.Empty)];

    /// <summary>Over what is known, and what the list corrects of it.</summary>
    private async Task<Appointing> AppointingAsync(PortalDb db, CancellationToken ct)
    {
        var terms = known.TermsBut(Told());
        foreach (var row in rows.Where(r => r.Findings.IsGood && r.Known is not null))
            terms.Add(TermOf(row));
        return new(
            db,
            known.Committees,
            known.CommitteeKinds,
            terms,
            known.Secretaries,
            await Appointing.AlternatesAsync(db, [.. seats.Select(s => s.Committee.Id).Distinct()], ct),
            known.Posts.SelectMany(p => p)
        );
    }

    /// <exception cref="RuleBroken">The rules refuse what the check of the list let pass.</exception>
    private static Appointment Appoint(Appointing appointing, RosterRow row, DateTimeOffset now)
    {
        var (seat, person, term) = (row.Seat!.Made!, row.Person!, row.Term!);
        appointing.Check(seat, person.Id, person.Name, term, row.AppointmentReasons, IsSuccessor(row));
        var appointment = seat.Appoint(
            Guid.CreateVersion7(),
            person.Id,
            term,
            term.Until is null ? null : row.EndReason ?? EndReason.Other,
            row.LetterNumber,
            row.AppointmentReasons,
            now
        );
        appointing.Record(seat, appointment);
        return appointment;
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

    /// <returns>Whether the appointment changes, not only the seat.</returns>
    private static bool Correct(PortalDb db, Appointing appointing, RosterRow row)
    {
        var seat = row.Seat!.Known!;
        seat.Role = row.Role ?? seat.Role;
        seat.Title = row.Title ?? seat.Title;
        if (row.Known is not { } before)
            return false;
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
            return false;
        db.Attach(before);
        var isEnd = before.Until is null && until is not null && (from, letter) == (before.From, before.LetterNumber);
        db.Add(
            isEnd
                ? before.EndOn(Guid.CreateVersion7(), until!.Value, reason!.Value, null, db.Now)
                : before.Correct(Guid.CreateVersion7(), facts, Wording.T("Importing.CorrectedByList"), db.Now)
        );
        appointing.EndAsAlternate(seat.Id, row.Person!.Id, row.Term!);
        return true;
    }
}
