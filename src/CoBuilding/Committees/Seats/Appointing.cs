using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>
/// Appoints people to the seats of some bodies. Everything that appoints (page, handover, nomination, new term, list) asks here
/// whether it may, and leaves the consequences to it: who is counted, whether the seat follows the post, who is no alternate any more.
/// </summary>
/// <param name="secretaries">Of the units that have seats, as far as people are appointed who may be secretaries.</param>
/// <param name="alternates">By seat and person, the surviving record where records were merged.</param>
/// <param name="otherPosts">Of the people who are appointed; may be left out where no body asks for a reason.</param>
internal sealed class Appointing(
    PortalDb db,
    IReadOnlyDictionary<Guid, Committee> committees,
    IReadOnlyDictionary<Guid, DistrictCommitteeKind> kinds,
    AppointedTerms terms,
    IReadOnlyCollection<SecretaryPost> secretaries,
    ILookup<(Guid Seat, Guid Person), Alternate> alternates,
    IEnumerable<HeldPost> otherPosts
)
{
    private readonly ILookup<(Guid Unit, Guid Person), Span> secretaryTerms = secretaries.ToLookup(
        s => (s.UnitId, s.PersonId),
        s => s.Term
    );
    private readonly Dictionary<Guid, List<HeldPost>> otherPosts = otherPosts
        .GroupBy(p => p.PersonId)
        .ToDictionary(p => p.Key, p => p.ToList());

    public AppointedTerms Terms { get; } = terms;

    /// <summary>
    /// Locks the bodies until the operation ends, so that the next one that appoints there reads what this one does; then reads what the
    /// rules ask for, in a fixed number of statements. A body out of reach (of a unit's seat that is handed over) is not locked.
    /// </summary>
    public static async Task<Appointing> LockAsync(
        PortalDb db,
        IReadOnlyCollection<Guid> committeeIds,
        IReadOnlyCollection<Guid> personIds,
        CancellationToken ct
    )
    {
        var committees = await db.Committees.Where(c => committeeIds.Contains(c.Id)).Locked().ToListAsync(ct);
        var kinds = await db.CommitteeKinds.AsNoTracking().ToDictionaryAsync(k => k.Id, ct);
        var asksReason = committees.Exists(c => kinds[c.KindId].RequiresReason && HeldPosts.OtherLevel(c.Kind, c.Level) is not null);
        return new Appointing(
            db,
            committees.ToDictionary(c => c.Id),
            kinds,
            await AppointedTerms.ReadAsync(db, committeeIds, ct),
            await SecretariesAsync(db, personIds, ct),
            await AlternatesAsync(db, committeeIds, ct),
            asksReason ? (await HeldPosts.HeldAsync(db, personIds, null, ct)).SelectMany(p => p) : []
        );
    }

    /// <summary>Nobody holds two seats of one body at a time; asked also before somebody is nominated.</summary>
    /// <exception cref="RuleBroken">The person holds another one on that day or later.</exception>
    /// <exception cref="NotFound">There is no such person.</exception>
    public static async Task CheckFreeAsync(PortalDb db, Guid committeeId, Guid personId, DateOnly from, CancellationToken ct)
    {
        var person = await PersonAsync(db, personId, ct);
        if ((await AppointedTerms.ReadAsync(db, [committeeId], ct)).SeatOf(person.Id, committeeId, new Span(from, null)) is not null)
            throw CommitteesRules.PersonHasSeat(person.Name);
    }

    /// <summary>Somebody who can be appointed or nominated. Until the operation ends, the record is merged with no other.</summary>
    /// <exception cref="NotFound">There is no such person.</exception>
    /// <exception cref="RuleBroken">The record was merged into another.</exception>
    public static async Task<Person> PersonAsync(PortalDb db, Guid id, CancellationToken ct)
    {
        var person = await PortalDb.FindAsync(db.People.AsNoTracking().Locked(), id, ct);
        return person.MergedIntoId is null ? person : throw DuplicatesRules.RecordIsMerged(person.Name);
    }

    /// <summary>The seat's current appointment on a day or the next one after it.</summary>
    /// <exception cref="RuleBroken">Nobody holds it.</exception>
    public static async Task<Appointment> HolderAsync(PortalDb db, Guid seatId, DateOnly on, CancellationToken ct) =>
        await db.Appointments.Known().NotEndedBy(on).Where(a => a.SeatId == seatId).OrderBy(a => a.From).FirstOrDefaultAsync(ct)
        ?? throw CommitteesRules.SeatIsVacant();

    /// <summary>The standing alternates of bodies' seats, to be ended where they are appointed.</summary>
    public static async Task<ILookup<(Guid Seat, Guid Person), Alternate>> AlternatesAsync(
        PortalDb db,
        IReadOnlyCollection<Guid> committeeIds,
        CancellationToken ct
    ) =>
        (
            await db
                .Alternates.Known()
                .Where(a => committeeIds.Contains(a.CommitteeId))
                .Join(db.People, a => a.PersonId, p => p.Id, (a, p) => new { Alternate = a, Survivor = p.MergedIntoId ?? p.Id })
                .OrderBy(x => x.Alternate.From)
                .ToListAsync(ct)
        ).ToLookup(x => (x.Alternate.SeatId, x.Survivor), x => x.Alternate);

    /// <exception cref="NotFound">It is out of reach.</exception>
    public Committee Committee(Guid id) => committees.GetValueOrDefault(id) ?? throw new NotFound();

    /// <param name="isSuccessor">The person takes a place that was counted: the usual number is not asked.</param>
    /// <param name="seen">How many members the page showed; null if there was no page.</param>
    /// <exception cref="RuleBroken">The seat, the person, the usual number or a post on the other level does not allow it.</exception>
    public void Appoint(
        Seat seat,
        Guid appointmentId,
        Person person,
        DateOnly from,
        string? letterNumber,
        AppointmentReasons reasons,
        bool isSuccessor = false,
        int? seen = null
    )
    {
        var term = new Span(from, null);
        Check(seat, person.Id, person.Name, term, reasons, isSuccessor, seen);
        var appointment = seat.Appoint(appointmentId, person.Id, term, null, letterNumber, reasons, db.Now);
        Record(seat, appointment);
        db.Appointments.Add(appointment);
    }

    /// <summary>Whether somebody may be appointed for a term. Of one that has ended, the number is not asked.</summary>
    /// <exception cref="RuleBroken">As with <see cref="Appoint"/>.</exception>
    public void Check(
        Seat seat,
        Guid personId,
        string name,
        Span term,
        AppointmentReasons reasons,
        bool isSuccessor = false,
        int? seen = null
    )
    {
        CheckPerson(seat, personId, name, term);
        if (seat.Kind != SeatKind.FullTime && committees.GetValueOrDefault(seat.CommitteeId) is { } committee)
        {
            if (!isSuccessor && !term.HasEndedBy(db.Today))
                CheckNumber(committee, term, seen, reasons.Quota);
            CheckOtherPosts(committee.Id, personId, term, reasons.DoublePost);
        }
        seat.Expect(personId, term);
        CheckSeat(seat, term);
    }

    /// <summary>Posts on the other level are pointed out; where the kind of body asks for a reason, one is needed.</summary>
    /// <exception cref="RuleBroken">The reason is missing.</exception>
    public void CheckOtherPosts(Guid committeeId, Guid personId, Span term, string? reason)
    {
        if (committees.GetValueOrDefault(committeeId) is { } committee)
            HeldPosts.Guard(kinds[committee.KindId], PostsOf(personId).Beside(committee, term), reason);
    }

    /// <summary>Ends the holder's term, which frees the seat from that day on.</summary>
    /// <exception cref="RuleBroken">It would end before it began.</exception>
    public void End(Appointment held, Guid endedRowId, DateOnly on, EndReason reason)
    {
        var ended = held.EndOn(endedRowId, on, reason, null, db.Now);
        Terms.Change(held, new Span(ended.From, ended.Until));
        db.Appointments.Add(ended);
    }

    /// <summary>
    /// The row that corrects another one, which the caller adds. Number and other posts are not asked: the term was as it was.
    /// </summary>
    /// <exception cref="RuleBroken">Nothing is corrected, or the seat or the person had another term at that time.</exception>
    public Appointment Correct(Seat seat, Appointment held, Guid newRowId, Appointment.Facts facts, string name, string reason)
    {
        Terms.Remove(held);
        var term = new Span(facts.From, facts.Until);
        CheckPerson(seat, facts.PersonId, name, term);
        CheckSeat(seat, term);
        var corrected = held.Correct(newRowId, facts, reason, db.Now);
        Record(seat, corrected, isOther: facts.PersonId != held.PersonId);
        return corrected;
    }

    /// <summary>The consequences of an appointment that the caller adds.</summary>
    /// <param name="isOther">Another person than was known.</param>
    public void Record(Seat seat, Appointment appointment, bool isOther = true)
    {
        var (term, person) = (new Span(appointment.From, appointment.Until), appointment.PersonId);
        if (isOther && !term.HasEndedBy(db.Today) && Terms.IsLast(seat.Id, term))
            seat.FollowsPost = seat.UnitId is { } unit && IsSecretary(unit, person, term.From);
        Terms.Add(AppointedTerm.Of(appointment, seat.Kind, person));
        if (seat.Kind != SeatKind.FullTime && committees.GetValueOrDefault(seat.CommitteeId) is { } committee)
            AddPost(committee, person, term);
        EndAsAlternate(seat.Id, person, term);
    }

    /// <summary>Nobody stands in for oneself.</summary>
    public void EndAsAlternate(Guid seatId, Guid personId, Span term)
    {
        foreach (var named in alternates[(seatId, personId)].Where(a => a.IsKnown()))
            AlternateEnding.EndDuring(db, named, term);
    }

    private void CheckPerson(Seat seat, Guid personId, string name, Span term)
    {
        if (Terms.SeatOf(personId, seat.CommitteeId, term) is { } other && other.SeatId != seat.Id)
            throw CommitteesRules.PersonHasSeat(name);
    }

    private void CheckSeat(Seat seat, Span term)
    {
        if (Terms.HolderOf(seat.Id, term) is not null)
            throw CommitteesRules.SeatIsTaken();
    }

    /// <summary>
    /// Going beyond the usual number is allowed and pointed out: with a reason where the district requires one, and not if the page still
    /// showed a free place.
    /// </summary>
    private void CheckNumber(Committee committee, Span term, int? seen, string? reason)
    {
        var kind = kinds[committee.KindId];
        var most = 1 + Terms.MostMembers(committee.Id, term);
        if (kind.Max is not { } max || most <= max || reason is not null)
            return;
        if (seen < Terms.MembersOn(committee.Id, db.Today))
            throw CommitteesRules.QuotaFilledMeanwhile(most, max);
        if (kind.RequiresReason)
            throw CommitteesRules.QuotaReasonMissing(most, max);
    }

    private void AddPost(Committee committee, Guid personId, Span term)
    {
        if (HeldPosts.OtherLevel(committee.Kind, committee.Level) is not null)
            PostsOf(personId).Add(new HeldPost(personId, committee.Id, committee.Name, committee.Level, term));
    }

    private List<HeldPost> PostsOf(Guid personId) => otherPosts.TryGetValue(personId, out var posts) ? posts : otherPosts[personId] = [];

    /// <summary>A post that this operation passes on is not in the database yet.</summary>
    private bool IsSecretary(Guid unitId, Guid personId, DateOnly on) =>
        secretaryTerms[(unitId, personId)].Any(t => t.IsOn(on))
        || db.Posts.Local.Any(o => o.IsSecretary && o.UnitId == unitId && o.PersonId == personId && o.IsOn(on));

    private static async Task<List<SecretaryPost>> SecretariesAsync(PortalDb db, IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        await db
            .Posts.AsNoTracking()
            .Where(o => o.IsSecretary && o.UnitId != null && people.Contains(o.PersonId))
            .Select(o => new SecretaryPost(o.UnitId!.Value, o.PersonId, new Span(o.From, o.Until)))
            .ToListAsync(ct);
}
