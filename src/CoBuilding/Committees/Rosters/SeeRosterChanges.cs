using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>Changes of a committee's roster recorded between two days, with recorder, effective day and reason. The latest first.</summary>
public sealed class SeeRosterChanges(Door door)
{
    private const int Most = 500;

    /// <param name="From">Recorded on this day in China or later; null: a year before <paramref name="Until"/>.</param>
    /// <param name="Until">Recorded until the end of this day; null: now.</param>
    public sealed record Question(Guid CommitteeId, DateOnly? From, DateOnly? Until);

    /// <param name="Rows">At most 500 of each kind.</param>
    public sealed record Answer(string Committee, DateOnly From, DateOnly Until, IReadOnlyList<Row> Rows);

    /// <param name="Who">The recorder's name where the account is within reach, the login otherwise.</param>
    /// <param name="Day">The first day on which the change holds.</param>
    public sealed record Row(
        RosterChange Change,
        DateTimeOffset At,
        string? Who,
        Guid SeatId,
        string Seat,
        string? Unit,
        string? Person,
        DateOnly Day,
        EndReason? EndReason,
        string? Reason
    );

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var committee = await PortalDb.FindAsync(db.Committees.AsNoTracking(), question.CommitteeId, ct);
        var until = question.Until ?? db.Today;
        var from = question.From ?? until.AddYears(-1);
        var window = new Window(ChinaTime.At(from, TimeOnly.MinValue), ChinaTime.At(until.AddDays(1), TimeOnly.MinValue), null);
        return new Answer(committee.Name, from, until, await ReadAsync(db, committee.Id, committee.Kind, window, ct));
    }

    /// <summary>What was recorded between two moments, and what was recorded before and holds from one of so many days on.</summary>
    /// <param name="Days">Half-open; null: none.</param>
    internal sealed record Window(DateTimeOffset Start, DateTimeOffset End, Span? Days)
    {
        public bool Holds(DateTimeOffset at, DateOnly day) => at < End && (at >= Start || Days?.IsOn(day) == true);
    }

    internal static async Task<IReadOnlyList<Row>> ReadAsync(
        PortalDb db,
        Guid committeeId,
        CommitteeKind kind,
        Window window,
        CancellationToken ct
    )
    {
        var (start, end) = (window.Start, window.End);
        // An empty span contains no day.
        var (first, after) = (window.Days?.From ?? DateOnly.MaxValue, window.Days?.Until ?? DateOnly.MaxValue);
        var (units, people, journal, accounts, earlier) = (db.Units, db.People, db.Journal, db.Accounts, db.Suspensions);
        var seats = db.Seats.Where(s => s.CommitteeId == committeeId);

        var appointments = await db
            .Appointments.AsNoTracking()
            .Where(a =>
                a.CommitteeId == committeeId
                && (
                    (
                        a.RecordedAt < end
                        && (a.RecordedAt >= start || (a.From >= first && a.From < after) || (a.Until >= first && a.Until < after))
                    ) || (a.WithdrawalReason != null && a.SupersededAt >= start && a.SupersededAt < end)
                )
            )
            .OrderByDescending(a => a.RecordedAt)
            .ThenBy(a => a.Id)
            .Take(Most)
            .Join(
                seats,
                a => a.SeatId,
                s => s.Id,
                (a, s) =>
                    new
                    {
                        a,
                        s.Title,
                        Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                        Person = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
                        Who = journal
                            .Where(j => j.SubjectId == a.Id && j.At == a.RecordedAt)
                            .Select(j =>
                                accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName
                            )
                            .FirstOrDefault(),
                        Withdrawer = journal
                            .Where(j => a.WithdrawalReason != null && j.SubjectId == a.Id && j.At == a.SupersededAt)
                            .Select(j =>
                                accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName
                            )
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync(ct);
        var suspensions = await db
            .Suspensions.AsNoTracking()
            .Where(p =>
                p.CommitteeId == committeeId
                && p.RecordedAt < end
                && (p.RecordedAt >= start || (p.From >= first && p.From < after) || (p.Until >= first && p.Until < after))
            )
            .OrderByDescending(p => p.RecordedAt)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Join(
                seats,
                p => p.SeatId,
                s => s.Id,
                (p, s) =>
                    new
                    {
                        p,
                        s.Title,
                        Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                        Corrects = earlier.Any(o => o.SeatId == p.SeatId && o.SupersededAt == p.RecordedAt),
                        Who = journal
                            .Where(j => j.SubjectId == p.Id && j.At == p.RecordedAt)
                            .Select(j =>
                                accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName
                            )
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync(ct);
        var alternates = await db
            .Alternates.AsNoTracking()
            .Where(n =>
                n.CommitteeId == committeeId
                && n.RecordedAt < end
                && (n.RecordedAt >= start || (n.From >= first && n.From < after) || (n.Until >= first && n.Until < after))
            )
            .OrderByDescending(n => n.RecordedAt)
            .ThenBy(n => n.Id)
            .Take(Most)
            .Join(
                seats,
                n => n.SeatId,
                s => s.Id,
                (n, s) =>
                    new
                    {
                        n,
                        s.Title,
                        Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                        Person = people.Where(p => p.Id == n.PersonId).Select(p => p.Name).FirstOrDefault(),
                        Who = journal
                            .Where(j => j.SubjectId == n.Id && j.At == n.RecordedAt)
                            .Select(j =>
                                accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName
                            )
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync(ct);
        var changed = await seats
            .AsNoTracking()
            .Where(s =>
                (s.RecordedAt < end && (s.RecordedAt >= start || (s.From >= first && s.From < after)))
                || (s.EndRecordedAt < end && (s.EndRecordedAt >= start || (s.Until >= first && s.Until < after)))
            )
            .OrderByDescending(s => s.RecordedAt)
            .ThenBy(s => s.Id)
            .Take(Most)
            .Select(s => new
            {
                s,
                Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Adder = journal
                    .Where(j => j.SubjectId == s.Id && j.At == s.RecordedAt)
                    .Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName)
                    .FirstOrDefault(),
                Closer = journal
                    .Where(j => j.SubjectId == s.Id && j.At == s.EndRecordedAt)
                    .Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);

        var names = await FindConsortiumUnits.NamesAsync(
            db,
            kind,
            [
                .. appointments.Select(x => x.a.UnitId),
                .. suspensions.Select(x => x.p.UnitId),
                .. alternates.Select(x => (Guid?)x.n.UnitId),
                .. changed.Select(x => x.s.UnitId),
            ],
            ct
        );

        IEnumerable<Row> rows =
        [
            .. appointments.Select(x =>
                x.a.CorrectionReason is { } wrong
                    ? new Row(
                        RosterChange.Corrected,
                        x.a.RecordedAt,
                        x.Who,
                        x.a.SeatId,
                        x.Title,
                        Named(x.Unit, x.a.UnitId),
                        x.Person,
                        x.a.From,
                        null,
                        wrong
                    )
                : x.a.Id == x.a.FirstId
                    ? new Row(
                        RosterChange.Appointed,
                        x.a.RecordedAt,
                        x.Who,
                        x.a.SeatId,
                        x.Title,
                        Named(x.Unit, x.a.UnitId),
                        x.Person,
                        x.a.From,
                        null,
                        x.a.LetterNumber
                    )
                : new Row(
                    RosterChange.Ended,
                    x.a.RecordedAt,
                    x.Who,
                    x.a.SeatId,
                    x.Title,
                    Named(x.Unit, x.a.UnitId),
                    x.Person,
                    x.a.Until!.Value,
                    x.a.EndReason,
                    x.a.EndRemark
                )
            ),
            .. appointments
                .Where(x => x.a.WithdrawalReason is not null)
                .Select(x => new Row(
                    RosterChange.Withdrawn,
                    x.a.SupersededAt!.Value,
                    x.Withdrawer,
                    x.a.SeatId,
                    x.Title,
                    Named(x.Unit, x.a.UnitId),
                    x.Person,
                    x.a.From,
                    null,
                    x.a.WithdrawalReason
                )),
            .. suspensions.Select(x =>
                x.Corrects
                    ? new Row(
                        RosterChange.Resumed,
                        x.p.RecordedAt,
                        x.Who,
                        x.p.SeatId,
                        x.Title,
                        Named(x.Unit, x.p.UnitId),
                        null,
                        x.p.Until!.Value,
                        null,
                        null
                    )
                    : new Row(
                        RosterChange.Suspended,
                        x.p.RecordedAt,
                        x.Who,
                        x.p.SeatId,
                        x.Title,
                        Named(x.Unit, x.p.UnitId),
                        null,
                        x.p.From,
                        null,
                        x.p.Reason
                    )
            ),
            .. alternates.Select(x =>
                x.n.Id == x.n.FirstId
                    ? new Row(
                        RosterChange.AlternateNamed,
                        x.n.RecordedAt,
                        x.Who,
                        x.n.SeatId,
                        x.Title,
                        Named(x.Unit, x.n.UnitId),
                        x.Person,
                        x.n.From,
                        null,
                        x.n.ToldBy
                    )
                    : new Row(
                        RosterChange.AlternateEnded,
                        x.n.RecordedAt,
                        x.Who,
                        x.n.SeatId,
                        x.Title,
                        Named(x.Unit, x.n.UnitId),
                        x.Person,
                        x.n.Until!.Value,
                        null,
                        x.n.ToldBy
                    )
            ),
            .. changed.Select(x => new Row(
                RosterChange.SeatAdded,
                x.s.RecordedAt,
                x.Adder,
                x.s.Id,
                x.s.Title,
                Named(x.Unit, x.s.UnitId),
                null,
                x.s.From,
                null,
                null
            )),
            .. changed
                .Where(x => x.s.EndRecordedAt is not null)
                .Select(x => new Row(
                    RosterChange.SeatClosed,
                    x.s.EndRecordedAt!.Value,
                    x.Closer,
                    x.s.Id,
                    x.s.Title,
                    Named(x.Unit, x.s.UnitId),
                    null,
                    x.s.Until!.Value,
                    null,
                    null
                )),
        ];
        return
        [
            .. rows.Where(r => window.Holds(r.At, r.Day))
                .OrderByDescending(r => r.At)
                .ThenByDescending(r => r.Change)
                .ThenBy(r => r.SeatId),
        ];

        string? Named(string? unit, Guid? id) => unit ?? FindConsortiumUnits.Of(names, id);
    }
}
