using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

/// <summary>The invitations of the reader's unit, the next meeting first, then past ones.</summary>
public sealed class ListMyUnitInvitations(Door door)
{
    public sealed record Question : ListQuestion;

    public sealed record Row(
        Guid InvitationId,
        string Title,
        string Host,
        DateTimeOffset StartsAt,
        string Venue,
        DateTimeOffset ReplyBy,
        MeetingState State,
        Reply? Reply,
        DateTimeOffset? RepliedAt,
        string? AnsweredBy,
        string? AnsweredFor,
        string? Unit,
        bool IsOpen
    )
    {
        public string? SubstituteName { get; init; }

        /// <summary>The host's decision on the reply; null if none is needed.</summary>
        public Consent? Consent { get; init; }
        public string? DecisionWords { get; init; }
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AnswerInvitation, ct);
        return await Rows(db).PageAsync(question, ct);
    }

    /// <summary>Lifting the reach lifts it from the whole query, so the reach over the invitations is written out.</summary>
    internal static IQueryable<Row> Rows(PortalDb db)
    {
        var (units, now, reach) = (db.Units, db.Now, db.Reach);
        return db
            .Invitations.AsNoTracking()
            .Where(i =>
                reach.Everything
                || reach.Places.Contains(i.PlaceId)
                || reach.Units.Contains(i.UnitId!.Value)
                || reach.Subjects.Contains(i.Id)
            )
            .Where(i => i.WithdrawnAt == null)
            .Join(
                db.Meetings.Lifted("facts of the meeting and its host, for all who are invited; the reach over invitations is written out")
                    .Where(m => m.NotifiedAt != null),
                i => i.MeetingId,
                m => m.Id,
                (i, m) => new { i, m }
            )
            .Join(
                db.Committees,
                x => x.m.CommitteeId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.i,
                        x.m,
                        c,
                    }
            )
            .OrderByDescending(x => (x.m.StartsAt > now || x.m.PostponedAt != null) && x.m.CancelledAt == null)
            .ThenByDescending(x => x.m.StartsAt)
            .ThenBy(x => x.i.Id)
            .Select(x => new Row(
                x.i.Id,
                x.m.Title,
                x.c.Name,
                x.m.StartsAt,
                x.m.Venue,
                x.m.ReplyBy,
                x.m.CancelledAt != null ? MeetingState.Cancelled
                    : x.m.PostponedAt != null ? MeetingState.Postponed
                    : x.m.StartsAt <= now ? MeetingState.Held
                    : MeetingState.Notified,
                x.i.Reply,
                x.i.RepliedAt,
                x.i.AnsweredBy,
                x.i.AnsweredFor,
                units.Where(u => u.Id == x.i.UnitId).Select(u => u.Name).FirstOrDefault(),
                x.m.StartsAt > now && x.m.PostponedAt == null && x.m.CancelledAt == null
            )
            {
                SubstituteName = x.i.SubstituteName,
                Consent = x.i.Consent,
                DecisionWords = x.i.DecisionWords,
            });
    }
}
