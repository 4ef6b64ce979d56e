using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Facts;

/// <summary>
/// A meeting with its reply board: replies, attendance and totals of everybody invited. Where the meeting as such is enough, see
/// <see cref="SeeMeetingHead"/>.
/// </summary>
public sealed class SeeMeeting(Door door)
{
    public sealed record Answer : MeetingHead
    {
        internal Answer(MeetingHead head, IReadOnlyList<Row> rows)
            : base(head) => Rows = rows;

        public IReadOnlyList<Row> Rows { get; init; }

        /// <summary>Invited seats with a holder on the day.</summary>
        public IEnumerable<Row> Due => Rows.Where(r => r.Holder is not null);
        public IEnumerable<Row> Unanswered => Due.Where(r => r.Reply is null);
        public Tally Tally => Tally.Of(Rows);
        public Sums Sums => Tally.Sums;

        /// <summary>Who sits in, in the order in which they were invited.</summary>
        public IReadOnlyList<GuestRow> Guests { get; init; } = [];
        public int GuestsPresent => Guests.Count(g => g.IsPresent);

        /// <summary>Seats whose invitation was withdrawn after the notice: no longer among the rows, and not due.</summary>
        public IReadOnlyList<Row> Withdrawn { get; init; } = [];

        /// <summary>Null if the meeting has no quorum.</summary>
        public QuorumCheck? Quorum => Meeting.Quorum.Check(Tally.Heads(State.WasHeld()));
    }

    /// <summary>A guest.</summary>
    public sealed record GuestRow(
        Guid GuestId,
        string Name,
        string? UnitName,
        string? Post,
        Presence? Presence,
        PresenceSource? Source,
        string? Reason
    )
    {
        public bool IsPresent => Presence is Meetings.Presence.Present or Meetings.Presence.Late or Meetings.Presence.LeftEarly;
    }

    /// <param name="LeaveReason">Null unless the reader manages this meeting's replies.</param>
    /// <param name="IsSuspended">The seat is suspended, so nobody is due although it may have a holder.</param>
    public sealed record Row(
        Guid InvitationId,
        long RowVersion,
        Guid SeatId,
        SeatKind SeatKind,
        SeatRole SeatRole,
        string SeatTitle,
        Guid? UnitId,
        string? Unit,
        Guid? HolderId,
        string? Holder,
        string? HolderPost,
        Guid? LiaisonOfficerId,
        string? LiaisonOfficer,
        Reply? Reply,
        string? SubstituteName,
        string? SubstitutePost,
        string? LeaveReason,
        DateTimeOffset? RepliedAt,
        ReplySource? ReplySource,
        string? ToldBy,
        bool IsLate,
        Presence? Presence,
        bool IsSuspended
    )
    {
        public Outcome Outcome => Invitation.OutcomeOf(Reply, Consent, Presence, UnannouncedConsent);

        /// <summary>The host's decision on the reply; null if none is needed.</summary>
        public Consent? Consent { get; init; }
        public Decided? Decided { get; init; }

        /// <summary>The same on a substitute who came unannounced.</summary>
        public Consent? UnannouncedConsent { get; init; }
        public string? UnannouncedSubstitute { get; init; }
        public bool AwaitsDecision => (UnannouncedConsent ?? Consent) == Meetings.Consent.Asked;
        public Marked? Marked { get; init; }

        /// <summary>The withdrawal; null if still invited.</summary>
        public Withdrawal? Withdrawal { get; init; }

        /// <summary>The substitute, expected or present.</summary>
        public string? InPlace =>
            Presence is null
                ? Consent == Meetings.Consent.Refused
                    ? null
                    : SubstituteName
                : Presence == Meetings.Presence.Substitute
                    ? UnannouncedSubstitute ?? SubstituteName
                    : null;

        /// <summary>The substitute's post; unknown if not announced.</summary>
        public string? InPlacePost => InPlace is not null && UnannouncedSubstitute is null ? SubstitutePost : null;

        /// <summary>The person who answered, and for whom; null if none.</summary>
        public Acting? Answered { get; init; }
        public AlternateInfo? Alternate { get; init; }

        /// <summary>
        /// The delivery of the current notice to this seat, by its best message: sent, else pending, else failed. Null: the portal sent
        /// none.
        /// </summary>
        public NoticeDelivery? NoticeDelivery { get; init; }
    }

    /// <param name="By">Who withdrew it.</param>
    /// <param name="Because">The reason shown to the unit.</param>
    public sealed record Withdrawal(DateTimeOffset At, string? By, string Because);

    /// <param name="Words">The message to the unit.</param>
    public sealed record Decided(DateTimeOffset At, string? By, string? Words);

    /// <param name="Time">The time of arrival or leaving, in China.</param>
    /// <param name="Reason">Why it was marked after the day.</param>
    public sealed record Marked(DateTimeOffset At, string? By, PresenceSource? Source, TimeOnly? Time, string? Reason);

    /// <param name="At">When it was sent; else when it is due.</param>
    public sealed record NoticeDelivery(MessageState State, DateTimeOffset At, DeliveryFailure? Failure);

    /// <summary>The unit's standing alternate for the seat on the meeting's day.</summary>
    /// <param name="Post">The alternate's post at the unit; null when there is none any more.</param>
    public sealed record AlternateInfo(string Name, string? Post);

    /// <summary>
    /// <c>Due = Attending + Substitutes + Leave + Unanswered</c> before the meeting, <c>Due = Present + CameInPlace + OnLeave + Absent +
    /// Unmarked</c> at it.
    /// </summary>
    public sealed record Sums(
        int Due,
        int Attending,
        int Substitutes,
        int Leave,
        int Unanswered,
        int Present,
        int CameInPlace,
        int OnLeave,
        int Absent,
        int Unmarked
    );

    public async Task<Answer> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await ReadAsync(db, meetingId, withReasons: false, ct);
    }

    /// <summary>Five statements, independent of the number of invitations; a row for each of them.</summary>
    internal static async Task<Answer> ReadAsync(PortalDb db, Guid meetingId, bool withReasons, CancellationToken ct)
    {
        var (meeting, head) = await MeetingHead.ReadWithRowAsync(db, meetingId, ct);
        var guests = await GuestsAsync(db, meetingId, ct);
        var rows = (
            await RowsAsync(db, meeting, InOrder(db, Invitations.Notified(db).Where(i => i.MeetingId == meetingId)), withReasons, ct)
        ).ToLookup(r => r.Withdrawal is null);
        return new Answer(head, [.. rows[true]]) { Guests = guests, Withdrawn = [.. rows[false]] };
    }

    private static IQueryable<ResidentUnit> UnitNames(PortalDb db) =>
        db.Units.Lifted("names of the units that have seats at the meeting, wherever they reside by now");

    internal static async Task<IReadOnlyList<GuestRow>> GuestsAsync(PortalDb db, Guid meetingId, CancellationToken ct) =>
        await db
            .Guests.AsNoTracking()
            .Where(g => g.MeetingId == meetingId && g.WithdrawnAt == null)
            .OrderBy(g => g.Id)
            .Select(g => new GuestRow(g.Id, g.Name, g.UnitName, g.Post, g.Presence, g.PresenceSource, g.PresenceReason))
            .ToListAsync(ct);

    /// <summary>Invitations with their seats, in the roster's order.</summary>
    internal static IQueryable<Invited> InOrder(PortalDb db, IQueryable<Invitation> invitations) =>
        invitations
            .Join(db.Seats, i => i.SeatId, s => s.Id, (i, s) => new Invited { Invitation = i, Seat = s })
            .OrderByDeclared(x => x.Seat.Role)
            .ThenBy(x => x.Seat.Kind == SeatKind.PartTime)
            .ThenBy(x => x.Seat.From)
            .ThenBy(x => x.Seat.Id);

    internal sealed record Invited
    {
        public required Invitation Invitation { get; init; }
        public required Seat Seat { get; init; }
    }

    /// <summary>One statement.</summary>
    internal static async Task<IReadOnlyList<Row>> RowsAsync(
        PortalDb db,
        Meeting meeting,
        IQueryable<Invited> invited,
        bool withReasons,
        CancellationToken ct
    )
    {
        var (people, units, names) = (db.People, db.Units, UnitNames(db));
        var (posts, suspensions, alternates) = (
            db.Posts.On(meeting.Day),
            db.Suspensions.Known().On(meeting.Day),
            db.Alternates.Known().On(meeting.Day)
        );
        var holders = Invitations.HoldersAt(db, meeting);
        var revision = meeting.MessageRevision;
        var messages = db.Messages.Where(m => m.WithinId == meeting.Id && m.MessageRevision == revision);
        var rows = await invited
            .Select(x => new { i = x.Invitation, s = x.Seat })
            .Select(x => new
            {
                x.i,
                x.s,
                Holder = holders
                    .Where(a => a.SeatId == x.s.Id)
                    .Select(a => new
                    {
                        a.PersonId,
                        Name = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                        Post = posts
                            .Where(o => o.PersonId == a.PersonId && o.UnitId == x.s.UnitId)
                            .OrderByDescending(o => o.IsSecretary)
                            .ThenBy(o => o.Id)
                            .Select(o => o.Title)
                            .FirstOrDefault(),
                    })
                    .FirstOrDefault(),
                IsSuspended = suspensions.Any(s => s.SeatId == x.s.Id),
                Alternate = alternates
                    .Where(a => a.SeatId == x.s.Id)
                    .Select(a => new AlternateInfo(
                        people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                        posts
                            .Where(o => o.PersonId == a.PersonId && o.UnitId == x.s.UnitId)
                            .OrderByDescending(o => o.IsSecretary)
                            .ThenBy(o => o.Id)
                            .Select(o => o.Title)
                            .FirstOrDefault()
                    ))
                    .FirstOrDefault(),
                UnitName = names.Where(u => u.Id == x.s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Unit = units
                    .Where(u => u.Id == x.s.UnitId)
                    .Select(u => new
                    {
                        u.LiaisonOfficerId,
                        Liaison = people.Where(p => p.Id == u.LiaisonOfficerId).Select(p => p.Name).FirstOrDefault(),
                    })
                    .FirstOrDefault(),
                NoticeDelivery = messages
                    .Where(m => m.SubjectId == x.i.Id)
                    .OrderBy(m =>
                        m.State == MessageState.Sent ? 0
                        : m.State == MessageState.Sending ? 1
                        : m.State == MessageState.Waiting ? 2
                        : m.State == MessageState.Uncertain ? 3
                        : m.State == MessageState.Failed ? 4
                        : m.State == MessageState.Unaddressed ? 5
                        : 6
                    )
                    .ThenByDescending(m => m.QueuedAt)
                    .ThenBy(m => m.Id)
                    .Select(m => new NoticeDelivery(m.State, m.SentAt ?? m.DueAt, m.Failure))
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(x => new Row(
                x.i.Id,
                x.i.RowVersion,
                x.s.Id,
                x.s.Kind,
                x.s.Role,
                x.s.Title,
                x.s.UnitId,
                x.UnitName,
                x.Holder?.PersonId,
                x.Holder?.Name,
                x.Holder?.Post,
                x.Unit?.LiaisonOfficerId,
                x.Unit?.Liaison,
                x.i.Reply,
                x.i.SubstituteName,
                x.i.SubstitutePost,
                withReasons ? x.i.LeaveReason : null,
                x.i.RepliedAt,
                x.i.ReplySource,
                x.i.ToldBy,
                x.i.IsLate,
                x.i.Presence,
                x.Holder is null && x.IsSuspended
            )
            {
                Answered = x.i.ReplySource is { } source ? new Acting(source, x.i.AnsweredBy, x.i.AnsweredFor) : null,
                Alternate = x.Alternate,
                NoticeDelivery = x.NoticeDelivery,
                Consent = x.i.Consent,
                Decided = x.i.DecidedAt is { } decided ? new Decided(decided, x.i.DecidedBy, x.i.DecisionWords) : null,
                UnannouncedConsent = x.i.UnannouncedConsent,
                UnannouncedSubstitute = x.i.UnannouncedSubstitute,
                Withdrawal = x.i is { WithdrawnAt: { } withdrawn, WithdrawnBecause: { } because }
                    ? new Withdrawal(withdrawn, x.i.WithdrawnBy, because)
                    : null,
                Marked = x.i.PresenceMarkedAt is { } at
                    ? new Marked(at, x.i.PresenceMarkedBy, x.i.PresenceSource, x.i.PresenceTime, x.i.PresenceReason)
                    : null,
            }),
        ];
    }
}
