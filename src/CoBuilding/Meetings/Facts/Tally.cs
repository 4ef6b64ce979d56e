using CoBuilding.Committees;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Facts;

/// <summary>
/// Totals of those due at one meeting by state: from the database, grouped by state, independent of the number of seats; or from rows
/// already loaded. All totals are computed here, so that they are consistent.
/// </summary>
public sealed record Tally(IReadOnlyList<Tally.Bucket> Groups)
{
    /// <param name="IsChair">The convener's seat or a deputy's.</param>
    public sealed record Bucket(
        Reply? Reply,
        Consent? Consent,
        Presence? Presence,
        Outcome Outcome,
        bool IsChair,
        bool AwaitsDecision,
        int Count
    );

    public int Due => Groups.Sum(g => g.Count);
    public SeeMeeting.Sums Sums =>
        new(
            Due,
            Replied(Reply.Attend),
            Replied(Reply.Substitute),
            Replied(Reply.Leave),
            Replied(null),
            Came(Outcome.Present),
            Came(Outcome.Substitute),
            Came(Outcome.Leave),
            Came(Outcome.Absent),
            Came(Outcome.Unmarked)
        );

    /// <summary>Replies that await the host's decision.</summary>
    public int Waiting => Groups.Where(g => g.AwaitsDecision).Sum(g => g.Count);
    public bool AnyMarked => Groups.Any(g => g.Presence is not null);

    /// <summary>One statement.</summary>
    internal static async Task<Tally> ReadAsync(PortalDb db, Meeting meeting, CancellationToken ct)
    {
        var (seats, holders) = (db.Seats, Invitations.HoldersAt(db, meeting));
        var due = db
            .Invitations.AsNoTracking()
            .Where(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null && holders.Any(a => a.SeatId == i.SeatId));
        return new Tally(
            await Invitations
                .Outcomes(due)
                .Join(seats, c => c.SeatId, s => s.Id, (c, s) => new { c, IsChair = s.Role != SeatRole.Member })
                .GroupBy(x => new
                {
                    x.c.Reply,
                    x.c.Consent,
                    x.c.Presence,
                    x.c.Outcome,
                    x.IsChair,
                    x.c.AwaitsDecision,
                })
                .Select(g => new Bucket(
                    g.Key.Reply,
                    g.Key.Consent,
                    g.Key.Presence,
                    g.Key.Outcome,
                    g.Key.IsChair,
                    g.Key.AwaitsDecision,
                    g.Count()
                ))
                .ToListAsync(ct)
        );
    }

    public static Tally Of(IEnumerable<SeeMeeting.Row> rows) =>
        new([
            .. rows.Where(r => r.Holder is not null)
                .Select(r => new Bucket(r.Reply, r.Consent, r.Presence, r.Outcome, r.SeatRole != SeatRole.Member, r.AwaitsDecision, 1)),
        ]);

    /// <summary>By the answers; once the meeting has begun or somebody is marked, by the marks.</summary>
    public QuorumHeadcount Heads(bool hasBegun) =>
        hasBegun || AnyMarked
            ? new(
                Due,
                Came(Outcome.Present),
                Came(Outcome.Substitute),
                Came(Outcome.Unmarked),
                Chair(g => g.Outcome == Outcome.Present),
                Chair(g => g.Outcome == Outcome.Unmarked)
            )
            : new(
                Due,
                Replied(Reply.Attend),
                Groups.Where(Comes).Sum(g => g.Count),
                Replied(null) + Waiting,
                Chair(g => g.Reply == Reply.Attend),
                Chair(g => g.Reply is null || g.AwaitsDecision)
            );

    /// <summary>A substitute, with the host's consent if needed.</summary>
    private static bool Comes(Bucket bucket) => bucket is { Reply: Reply.Substitute, Consent: null or Meetings.Consent.Granted };

    private bool Chair(Func<Bucket, bool> which) => Groups.Any(g => g.IsChair && which(g));

    private int Replied(Reply? reply) => Groups.Where(g => g.Reply == reply).Sum(g => g.Count);

    private int Came(Outcome outcome) => Groups.Where(g => g.Outcome == outcome).Sum(g => g.Count);
}
