using CoBuilding.Access;
using CoBuilding.Committees.Alternates;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

public enum RosterChange
{
    SeatAdded,
    Appointed,
    Ended,
    Suspended,
    Resumed,
    SeatClosed,
    AlternateNamed,
    AlternateEnded,
}

/// <summary>What became known of a committee's roster between two days: who recorded which change, since when it holds, and why. The latest first.</summary>
public sealed class SeeRosterChanges(Door door)
{
    private const int Most = 500;

    /// <param name="From">Recorded on this day in China or later; null: a year before <paramref name="Until"/>.</param>
    /// <param name="Until">Recorded until the end of this day; null: now.</param>
    public sealed record Question(Guid CommitteeId, DateOnly? From, DateOnly? Until);

    /// <param name="Rows">At most 500 of each kind.</param>
    public sealed record Answer(string Committee, DateOnly From, DateOnly Until, IReadOnlyList<Row> Rows);

    /// <param name="Who">The recorder's name where the account lies within reach, the login otherwise.</param>
    /// <param name="Day">The first day on which the change holds.</param>
    public sealed record Row(RosterChange Change, DateTimeOffset At, string? Who, Guid SeatId, string Seat, string? Unit, string? Person, DateOnly Day, EndReason? EndReason, string? Reason);

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var committee = await PortalDb.FindAsync(db.Committees.AsNoTracking(), question.CommitteeId, ct);
        var until = question.Until ?? db.Today;
        var from = question.From ?? until.AddYears(-1);
        var (start, end) = (ChinaTime.At(from, TimeOnly.MinValue), ChinaTime.At(until.AddDays(1), TimeOnly.MinValue));
        var (units, people, journal, accounts, earlier) = (db.Units, db.People, db.Journal, db.Accounts, db.Suspensions);
        var seats = db.Seats.Where(s => s.CommitteeId == committee.Id);

        var appointments = await db.Appointments.AsNoTracking().Where(a => a.CommitteeId == committee.Id && a.RecordedAt >= start && a.RecordedAt < end)
            .OrderByDescending(a => a.RecordedAt).ThenBy(a => a.Id).Take(Most)
            .Join(seats, a => a.SeatId, s => s.Id, (a, s) => new
            {
                a, s.Title, Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Person = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
                Who = journal.Where(j => j.SubjectId == a.Id && j.At == a.RecordedAt).Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName).FirstOrDefault(),
            }).ToListAsync(ct);
        var suspensions = await db.Suspensions.AsNoTracking().Where(p => p.CommitteeId == committee.Id && p.RecordedAt >= start && p.RecordedAt < end)
            .OrderByDescending(p => p.RecordedAt).ThenBy(p => p.Id).Take(Most)
            .Join(seats, p => p.SeatId, s => s.Id, (p, s) => new
            {
                p, s.Title, Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Corrects = earlier.Any(o => o.SeatId == p.SeatId && o.SupersededAt == p.RecordedAt),
                Who = journal.Where(j => j.SubjectId == p.Id && j.At == p.RecordedAt).Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName).FirstOrDefault(),
            }).ToListAsync(ct);
        var alternates = await db.Alternates.AsNoTracking().Where(n => n.CommitteeId == committee.Id && n.RecordedAt >= start && n.RecordedAt < end)
            .OrderByDescending(n => n.RecordedAt).ThenBy(n => n.Id).Take(Most)
            .Join(seats, n => n.SeatId, s => s.Id, (n, s) => new
            {
                n, s.Title, Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Person = people.Where(p => p.Id == n.PersonId).Select(p => p.Name).FirstOrDefault(),
                Who = journal.Where(j => j.SubjectId == n.Id && j.At == n.RecordedAt).Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName).FirstOrDefault(),
            }).ToListAsync(ct);
        var changed = await seats.AsNoTracking()
            .Where(s => (s.RecordedAt >= start && s.RecordedAt < end) || (s.EndRecordedAt >= start && s.EndRecordedAt < end))
            .OrderByDescending(s => s.RecordedAt).ThenBy(s => s.Id).Take(Most)
            .Select(s => new
            {
                s, Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Adder = journal.Where(j => j.SubjectId == s.Id && j.At == s.RecordedAt).Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName).FirstOrDefault(),
                Closer = journal.Where(j => j.SubjectId == s.Id && j.At == s.EndRecordedAt).Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName).FirstOrDefault(),
            }).ToListAsync(ct);

        IEnumerable<Row> rows =
        [
            .. appointments.Select(x => x.a.Id == x.a.FirstId
                ? new Row(RosterChange.Appointed, x.a.RecordedAt, x.Who, x.a.SeatId, x.Title, x.Unit, x.Person, x.a.From, null, x.a.LetterNumber)
                : new Row(RosterChange.Ended, x.a.RecordedAt, x.Who, x.a.SeatId, x.Title, x.Unit, x.Person, x.a.Until!.Value, x.a.EndReason, x.a.EndRemark)),
            .. suspensions.Select(x => x.Corrects
                ? new Row(RosterChange.Resumed, x.p.RecordedAt, x.Who, x.p.SeatId, x.Title, x.Unit, null, x.p.Until!.Value, null, null)
                : new Row(RosterChange.Suspended, x.p.RecordedAt, x.Who, x.p.SeatId, x.Title, x.Unit, null, x.p.From, null, x.p.Reason)),
            .. alternates.Select(x => x.n.Id == x.n.FirstId
                ? new Row(RosterChange.AlternateNamed, x.n.RecordedAt, x.Who, x.n.SeatId, x.Title, x.Unit, x.Person, x.n.From, null, x.n.ToldBy)
                : new Row(RosterChange.AlternateEnded, x.n.RecordedAt, x.Who, x.n.SeatId, x.Title, x.Unit, x.Person, x.n.Until!.Value, null, x.n.ToldBy)),
            .. changed.Where(x => x.s.RecordedAt >= start && x.s.RecordedAt < end)
                .Select(x => new Row(RosterChange.SeatAdded, x.s.RecordedAt, x.Adder, x.s.Id, x.s.Title, x.Unit, null, x.s.From, null, null)),
            .. changed.Where(x => x.s.EndRecordedAt >= start && x.s.EndRecordedAt < end)
                .Select(x => new Row(RosterChange.SeatClosed, x.s.EndRecordedAt!.Value, x.Closer, x.s.Id, x.s.Title, x.Unit, null, x.s.Until!.Value, null, null)),
        ];
        return new Answer(committee.Name, from, until, [.. rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Change).ThenBy(r => r.SeatId)]);
    }
}
