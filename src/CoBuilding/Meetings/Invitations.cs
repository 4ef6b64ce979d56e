using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

internal static class Invitations
{
    /// <summary>Asks everybody again after a material change; sent links stay valid until the new end.</summary>
    /// <exception cref="RuleBroken">The meeting was opened.</exception>
    public static async Task AskAgainAsync(PortalDb db, Meeting meeting, CancellationToken ct)
    {
        await CheckNotOpenedAsync(db, meeting, ct);
        foreach (var invitation in await db.Invitations.Where(i => i.MeetingId == meeting.Id).ToListAsync(ct))
            invitation.AskAgain();
        foreach (var guest in await db.Guests.Where(g => g.MeetingId == meeting.Id && g.Presence != null).ToListAsync(ct))
            guest.Unmark();
        await db.KeepLinksAsync(meeting.Id, meeting.EndsAt, ct);
    }

    /// <exception cref="RuleBroken">The meeting was opened, which may be before its hour.</exception>
    public static async Task CheckNotOpenedAsync(PortalDb db, Meeting meeting, CancellationToken ct)
    {
        if (await db.MeetingSessions.AnyAsync(o => o.MeetingId == meeting.Id, ct))
            throw MeetingsRules.HasBegun();
    }

    /// <summary>
    /// The invitation that may be answered by link or by the unit's own people, with its meeting and for whom they act. A link becomes
    /// invalid when its addressee's function ends: when the seat has another holder for the meeting's day, or the unit another liaison
    /// officer.
    /// </summary>
    /// <remarks>Includes invitations withdrawn after the notice, so that the page can say so.</remarks>
    /// <param name="invitationId">Null for a link, which is for one invitation.</param>
    /// <param name="substitute">Who is named to come in the holder's place; checked in the same statement for performance.</param>
    /// <exception cref="NotFound">There is none within reach, or the link's addressee no longer holds that function.</exception>
    public static async Task<(Invitation Invitation, Meeting Meeting, ResponderContext ResponderContext)> OfResponderAsync(
        PortalDb db,
        Guid? invitationId,
        string? substitute,
        CancellationToken ct
    )
    {
        if (db.JournalActor.LinkHolder is not { } holder)
        {
            var own = await Notified(db).SingleOrDefaultAsync(i => i.Id == invitationId, ct) ?? throw new NotFound();
            var meeting = await MeetingAsync(db, own, ct);
            return (own, meeting, await SignedInAsync(db, own, meeting, substitute, ct));
        }
        // A link's reach is its invitation and that meeting.
        var found =
            await Notified(db)
                .Where(i => invitationId == null || i.Id == invitationId)
                .Join(db.Meetings.AsNoTracking(), i => i.MeetingId, m => m.Id, (i, m) => new { Invitation = i, Meeting = m })
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var responder = await InOfficeAsync(db, holder, found.Invitation, found.Meeting, substitute, ct) ?? throw new NotFound();
        return (found.Invitation, found.Meeting, responder);
    }

    /// <summary>Active invitations, and those withdrawn after the notice.</summary>
    public static IQueryable<Invitation> Notified(PortalDb db) =>
        db.Invitations.AsNoTracking().Where(i => i.WithdrawnAt == null || i.WithdrawnBecause != null);

    /// <param name="NamesInvited">A person with the substitute's name is already a member or invited.</param>
    public sealed record ResponderContext(Acting Acting, bool NamesInvited);

    /// <summary>
    /// People of this name who hold a seat of the host on the day, or are invited by another one. Empty if no name is given.
    /// </summary>
    public static IQueryable<Person> InvitedNamed(PortalDb db, Meeting meeting, string? name)
    {
        if (name is null)
            return db.People.Where(_ => false);
        var (appointments, invitations) = (db.Appointments.Known().On(meeting.Day), db.Invitations);
        return db.People.Where(p =>
            p.Name == name
            && appointments.Any(a =>
                a.PersonId == p.Id
                && (
                    a.CommitteeId == meeting.CommitteeId
                    || invitations.Any(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null && i.SeatId == a.SeatId)
                )
            )
        );
    }

    /// <summary>Whether a person of this name is already a member or invited.</summary>
    public static async Task<bool> IsInvitedAsync(PortalDb db, Meeting meeting, string name, CancellationToken ct) =>
        await InvitedNamed(db, meeting, name).AnyAsync(ct) || await GuestsNamed(db, meeting, name).AnyAsync(ct);

    /// <summary>Guests of this name.</summary>
    public static IQueryable<Guest> GuestsNamed(PortalDb db, Meeting meeting, string? name) =>
        name is null
            ? db.Guests.Where(_ => false)
            : db.Guests.Where(g => g.MeetingId == meeting.Id && g.WithdrawnAt == null && g.Name == name);

    private static Task<Meeting> MeetingAsync(PortalDb db, Invitation invitation, CancellationToken ct) =>
        db
            .Meetings.Lifted("the meeting's facts, for the people of a unit that is invited")
            .AsNoTracking()
            .SingleAsync(m => m.Id == invitation.MeetingId, ct);

    /// <summary>A signed-in person replies as liaison officer, if the unit named that person, for the holder of the seat.</summary>
    private static async Task<ResponderContext> SignedInAsync(
        PortalDb db,
        Invitation invitation,
        Meeting meeting,
        string? substitute,
        CancellationToken ct
    )
    {
        var (people, units, holders, members, guests) = (
            db.People,
            db.Units,
            HoldersAtLifted(db, meeting),
            InvitedNamed(db, meeting, substitute),
            GuestsNamed(db, meeting, substitute)
        );
        var names = await db
            .Accounts.Where(a => a.Id == db.JournalActor.AccountId)
            .Select(a => new
            {
                IsLiaison = a.PersonId != null && units.Any(u => u.Id == invitation.UnitId && u.LiaisonOfficerId == a.PersonId),
                Actor = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
                Principal = holders
                    .Where(h => h.SeatId == invitation.SeatId)
                    .Select(h => people.Where(p => p.Id == h.PersonId).Select(p => p.Name).First())
                    .FirstOrDefault(),
                NamesInvited = members.Any() || guests.Any(),
            })
            .SingleAsync(ct);
        return new ResponderContext(
            new Acting(names.IsLiaison ? ReplySource.LiaisonOfficer : ReplySource.Holder, names.Actor, names.Principal),
            names.NamesInvited
        );
    }

    /// <summary>Null if the link's addressee no longer holds the function.</summary>
    private static async Task<ResponderContext?> InOfficeAsync(
        PortalDb db,
        LinkHolder holder,
        Invitation invitation,
        Meeting meeting,
        string? substitute,
        CancellationToken ct
    )
    {
        var (people, holders) = (db.People, HoldersAtLifted(db, meeting).Where(a => a.SeatId == invitation.SeatId));
        var (members, guests) = (InvitedNamed(db, meeting, substitute), GuestsNamed(db, meeting, substitute));
        var names =
            holder.Office == Addressee.Holder
                ? await holders
                    .Where(a => a.PersonId == holder.PersonId)
                    .Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First())
                    .Select(name => new
                    {
                        Actor = name,
                        Principal = (string?)name,
                        NamesInvited = members.Any() || guests.Any(),
                    })
                    .FirstOrDefaultAsync(ct)
                : await db
                    .Units.Lifted("whether a link's addressee is the unit's liaison officer still, and for whom")
                    .Where(u => u.Id == invitation.UnitId && u.LiaisonOfficerId == holder.PersonId)
                    .Select(u => new
                    {
                        Actor = people.Where(p => p.Id == u.LiaisonOfficerId).Select(p => p.Name).First(),
                        Principal = (string?)
                            holders.Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First()).FirstOrDefault(),
                        NamesInvited = members.Any() || guests.Any(),
                    })
                    .FirstOrDefaultAsync(ct);
        return names is null
            ? null
            : new ResponderContext(new Acting(Invitation.SourceOf(holder.Office), names.Actor, names.Principal), names.NamesInvited);
    }

    /// <summary>
    /// The due holders of the seats on the meeting's day, as recorded when the meeting began (before that: as recorded now).
    /// This keeps past papers unchanged without a job: later corrections add newer rows.
    /// </summary>
    public static IQueryable<Appointment> HoldersAt(PortalDb db, Meeting meeting) =>
        Holders(db.Appointments, db.Suspensions, meeting, db.Now);

    public static IQueryable<Appointment> HoldersAtLifted(PortalDb db, Meeting meeting) =>
        Holders(
            db.Appointments.Lifted("who holds an invited seat on the meeting's day: those invited see for whom the invitation is"),
            db.Suspensions,
            meeting,
            db.Now
        );

    private static IQueryable<Appointment> Holders(
        IQueryable<Appointment> appointments,
        IQueryable<Suspension> suspensions,
        Meeting meeting,
        DateTimeOffset now
    )
    {
        var day = meeting.Day;
        var known = now < meeting.StartsAt ? now : meeting.StartsAt;
        var suspended = suspensions.Known(known).On(day);
        return appointments.Known(known).On(day).Where(a => !suspended.Any(s => s.SeatId == a.SeatId));
    }

    /// <summary>
    /// The invitations of seats that had a holder on the meeting's day and were not suspended, as recorded when the meeting began.
    /// </summary>
    public static IQueryable<Invitation> Due(PortalDb db)
    {
        var (now, meetings, appointments, suspensions) = (db.Now, db.Meetings, db.Appointments, db.Suspensions);
        return db
            .Invitations.AsNoTracking()
            .Where(i =>
                i.WithdrawnAt == null
                && meetings.Any(m =>
                    m.Id == i.MeetingId
                    && appointments.Any(a =>
                        a.SeatId == i.SeatId
                        && a.From <= m.Day
                        && (a.Until == null || a.Until > m.Day)
                        && a.RecordedAt <= m.StartsAt
                        && (a.SupersededAt == null || a.SupersededAt > (m.StartsAt < now ? m.StartsAt : now))
                    )
                    && !suspensions.Any(s =>
                        s.SeatId == i.SeatId
                        && s.From <= m.Day
                        && (s.Until == null || s.Until > m.Day)
                        && s.RecordedAt <= m.StartsAt
                        && (s.SupersededAt == null || s.SupersededAt > (m.StartsAt < now ? m.StartsAt : now))
                    )
                )
            );
    }

    /// <summary>
    /// Whether the reader manages this meeting's replies and may see reasons for leave; checked separately, since the door's right is also
    /// held by overseers.
    /// </summary>
    public static async Task<bool> KeepsRepliesAsync(PortalDb db, Guid meetingId, CancellationToken ct)
    {
        var (meetings, places) = (db.Meetings, db.Places);
        var roles = await db
            .Grants.AsNoTracking()
            .On(db.Today)
            .Where(g => g.AccountId == db.JournalActor.AccountId && g.UnitId == null)
            .Where(g =>
                meetings.Any(m =>
                    m.Id == meetingId
                    && places.Any(p =>
                        p.Id == m.PlaceId
                        && (
                            p.Id == g.PlaceId
                            || p.ParentId == g.PlaceId
                            || places.Any(root => root.Id == g.PlaceId && root.Level == PlaceLevel.District)
                        )
                    )
                )
            )
            .Select(g => g.Role)
            .ToListAsync(ct);
        return roles.Any(r => r.Holds(Right.RecordReplies));
    }

    /// <summary>One due seat of one meeting and its attendance.</summary>
    public sealed record AttendanceOutcomeRow
    {
        public required Guid MeetingId { get; init; }
        public required Guid InvitationId { get; init; }
        public required Guid SeatId { get; init; }
        public required Reply? Reply { get; init; }
        public required Consent? Consent { get; init; }
        public required Presence? Presence { get; init; }
        public required Consent? UnannouncedConsent { get; init; }
        public required Outcome Outcome { get; init; }

        /// <summary>The host's decision is pending.</summary>
        public required bool AwaitsDecision { get; init; }
    }

    /// <summary>All due seats and their attendance: <see cref="Invitation.OutcomeOf"/> in the database.</summary>
    public static IQueryable<AttendanceOutcomeRow> Outcomes(IQueryable<Invitation> due) =>
        due.Select(i => new AttendanceOutcomeRow
        {
            MeetingId = i.MeetingId,
            InvitationId = i.Id,
            SeatId = i.SeatId,
            Reply = i.Reply,
            Consent = i.Consent,
            Presence = i.Presence,
            UnannouncedConsent = i.UnannouncedConsent,
            AwaitsDecision = i.UnannouncedConsent == Consent.Asked || (i.UnannouncedConsent == null && i.Consent == Consent.Asked),
            Outcome =
                i.Presence == Presence.Present || i.Presence == Presence.Late || i.Presence == Presence.LeftEarly ? Outcome.Present
                : i.Presence == Presence.Substitute
                && (
                    i.UnannouncedConsent == Consent.Granted
                    || (
                        i.UnannouncedConsent == null
                        && (i.Reply == null || i.Reply != Reply.Substitute || i.Consent == null || i.Consent == Consent.Granted)
                    )
                )
                    ? Outcome.Substitute
                : i.Reply == Reply.Leave && (i.Consent == null || i.Consent == Consent.Granted) ? Outcome.Leave
                : i.Presence == null ? Outcome.Unmarked
                : Outcome.Absent,
        });
}
