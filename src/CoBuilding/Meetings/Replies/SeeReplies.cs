using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

/// <summary>
/// What an open board reloads after new replies or marks: the totals, counted by the database, and one page of rows. The cost is the
/// same for five hundred seats as for ten.
/// </summary>
public sealed class SeeReplies(Door door)
{
    /// <summary>The rows to show.</summary>
    [TextsIn("Meetings")]
    public enum BoardFilter
    {
        Unanswered,

        /// <summary>Replies that await the host's decision.</summary>
        Waiting,
        Attending,
        Substitutes,
        OnLeave,

        /// <summary>Whose attendance is not marked.</summary>
        Unmarked,

        /// <summary>Present, in person or as a substitute.</summary>
        Present,
    }

    public sealed record Question : ListQuestion
    {
        public required Guid MeetingId { get; init; }

        /// <summary>Null: all who are invited.</summary>
        public BoardFilter? Filter { get; init; }
    }

    /// <param name="Guests">How many sit in, and how many of them are there.</param>
    public sealed record Answer(
        MeetingFacts Meeting,
        MeetingState State,
        Tally Tally,
        (int Invited, int Present) Guests,
        Page<SeeMeeting.Row> Page,
        DateTimeOffset AsOf
    )
    {
        public SeeMeeting.Sums Sums => Tally.Sums;

        /// <summary>Null if the meeting has no quorum.</summary>
        public QuorumCheck? Quorum => Meeting.Quorum.Check(Tally.Heads(State.WasHeld()));
    }

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == question.MeetingId, ct) ?? throw new NotFound();
        return await ReadAsync(db, meeting, question, ct);
    }

    /// <summary>Five statements, independent of the number of seats.</summary>
    internal static async Task<Answer> ReadAsync(PortalDb db, Meeting meeting, Question question, CancellationToken ct)
    {
        var tally = await Tally.ReadAsync(db, meeting, ct);
        var guests = await db
            .Guests.Where(g => g.MeetingId == meeting.Id && g.WithdrawnAt == null)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Invited = g.Count(),
                Present = g.Count(x => x.Presence == Presence.Present || x.Presence == Presence.Late || x.Presence == Presence.LeftEarly),
            })
            .SingleOrDefaultAsync(ct);
        var withReasons = await Invitations.KeepsRepliesAsync(db, meeting.Id, ct);
        var (found, size) = (Found(db, meeting, question), Math.Clamp(question.Size, 1, ListQuestion.LargestPage));
        var total = await found.CountAsync(ct);
        var number = Math.Clamp(question.Number, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await SeeMeeting.RowsAsync(db, meeting, found.Skip((number - 1) * size).Take(size), withReasons, ct);
        return new Answer(
            MeetingFacts.Of(meeting),
            meeting.StateAt(db.Now),
            tally,
            (guests?.Invited ?? 0, guests?.Present ?? 0),
            new Page<SeeMeeting.Row>(rows, total, number, size),
            db.Now
        );
    }

    private static IQueryable<SeeMeeting.Invited> Found(PortalDb db, Meeting meeting, Question question)
    {
        var (units, people, holders, needle, filter) = (
            db.Units,
            db.People,
            Invitations.HoldersAt(db, meeting),
            question.NameNeedle(),
            question.Filter
        );
        var invited = SeeMeeting.InOrder(db, db.Invitations.AsNoTracking().Where(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null));
        if (needle is not null)
            invited = invited.Where(x =>
                units.Any(u => u.Id == x.Seat.UnitId && u.FindKeys.Contains(needle))
                || holders.Any(a => a.SeatId == x.Seat.Id && people.Any(p => p.Id == a.PersonId && p.FindKeys.Contains(needle)))
            );
        if (filter is null)
            return invited;
        var came = Invitations.Outcomes(
            db.Invitations.AsNoTracking().Where(i => i.MeetingId == meeting.Id && holders.Any(a => a.SeatId == i.SeatId))
        );
        came = filter switch
        {
            BoardFilter.Unanswered => came.Where(c => c.Reply == null),
            BoardFilter.Waiting => came.Where(c => c.AwaitsDecision),
            BoardFilter.Attending => came.Where(c => c.Reply == Reply.Attend),
            BoardFilter.Substitutes => came.Where(c => c.Reply == Reply.Substitute),
            BoardFilter.OnLeave => came.Where(c => c.Reply == Reply.Leave),
            BoardFilter.Unmarked => came.Where(c => c.Outcome == Outcome.Unmarked),
            _ => came.Where(c => c.Outcome == Outcome.Present || c.Outcome == Outcome.Substitute),
        };
        return invited.Where(x => came.Any(c => c.InvitationId == x.Invitation.Id));
    }
}
