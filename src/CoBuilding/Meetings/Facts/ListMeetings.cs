using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Facts;

/// <summary>The meetings within reach, the latest first.</summary>
public sealed class ListMeetings(Door door)
{
    public sealed record Question : ListQuestion
    {
        public Guid? KindId { get; init; }
        public Guid? CommitteeId { get; init; }

        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }

        /// <summary>Days in China, both included.</summary>
        public DateOnly? From { get; init; }
        public DateOnly? Until { get; init; }

        /// <summary><see cref="MeetingState.Held"/> includes all held meetings, also those with minutes or archived.</summary>
        public MeetingState? State { get; init; }
    }

    // Init properties, not a constructor, so that the to-dos and the dashboard can compose queries over these rows.
    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string? KindStandard { get; init; }
        public required string KindName { get; init; }
        public required string Title { get; init; }
        public required string Host { get; init; }
        public required string Place { get; init; }
        public required DateTimeOffset StartsAt { get; init; }
        public required DateTimeOffset ReplyBy { get; init; }
        public required string Venue { get; init; }
        public required MeetingState State { get; init; }

        /// <summary>Seats with a holder on the day.</summary>
        public required int Invited { get; init; }
        public required int Attending { get; init; }
        public required int Substitutes { get; init; }
        public required int Leave { get; init; }
        public required int Present { get; init; }

        /// <summary>In the current language.</summary>
        public string Kind => MeetingWord.Say(MeetingWordList.MeetingKinds, KindStandard, KindName);
        public int Unanswered => Invited - Attending - Substitutes - Leave;
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await Rows(db, question).PageAsync(question, ct);
    }

    internal static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (needle, name, now, state) = (question.Needle(), question.NameNeedle(), db.Now, question.State);
        var due = Invitations.Due(db);
        var (hosts, meetings) = (db.CoHosts, state is { } one ? db.Meetings.In(one, now) : db.Meetings);
        return meetings
            .AsNoTracking()
            .Where(m => question.KindId == null || m.KindId == question.KindId)
            .Where(m =>
                question.CommitteeId == null
                || m.CommitteeId == question.CommitteeId
                || hosts.Any(h => h.MeetingId == m.Id && h.CommitteeId == question.CommitteeId)
            )
            .Where(m => question.From == null || m.Day >= question.From)
            .Where(m => question.Until == null || m.Day <= question.Until)
            .Join(db.Committees, m => m.CommitteeId, c => c.Id, (m, c) => new { m, c })
            .Join(
                db.Places,
                x => x.m.PlaceId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.m,
                        x.c,
                        p,
                    }
            )
            .Join(
                db.MeetingWords,
                x => x.m.KindId,
                w => w.Id,
                (x, w) =>
                    new
                    {
                        x.m,
                        x.c,
                        x.p,
                        w,
                    }
            )
            .Where(x => question.PlaceId == null || x.p.Id == question.PlaceId || x.p.ParentId == question.PlaceId)
            .Where(x => needle == null || x.m.Title.Contains(needle) || x.c.FindKeys.Contains(name!) || x.m.Venue.Contains(needle))
            .OrderByDescending(x => x.m.StartsAt)
            .ThenBy(x => x.m.Id)
            .Select(x => new Row
            {
                Id = x.m.Id,
                KindStandard = x.w.Standard,
                KindName = x.w.Name,
                Title = x.m.Title,
                Host = x.c.Name,
                Place = x.p.Name,
                StartsAt = x.m.StartsAt,
                ReplyBy = x.m.ReplyBy,
                Venue = x.m.Venue,
                State =
                    x.m.CancelledAt != null ? MeetingState.Cancelled
                    : x.m.NotifiedAt == null ? MeetingState.Draft
                    : x.m.PostponedAt != null ? MeetingState.Postponed
                    : x.m.StartsAt <= now ? x.m.MinutesStage ?? MeetingState.Held
                    : MeetingState.Notified,
                Invited = due.Count(d => d.MeetingId == x.m.Id),
                Attending = due.Count(d => d.MeetingId == x.m.Id && d.Reply == Reply.Attend),
                Substitutes = due.Count(d => d.MeetingId == x.m.Id && d.Reply == Reply.Substitute),
                Leave = due.Count(d => d.MeetingId == x.m.Id && d.Reply == Reply.Leave),
                Present = due.Count(d =>
                    d.MeetingId == x.m.Id
                    && (d.Presence == Presence.Present || d.Presence == Presence.Late || d.Presence == Presence.LeftEarly)
                ),
            });
    }
}
