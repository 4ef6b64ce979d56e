using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Messages;

/// <summary>
/// Creates a new link for each addressee, when the clerk copies the notice or a reminder, or prints. Only hashes are stored, so an earlier
/// link cannot be shown again.
/// </summary>
public sealed class MakeLinks(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }

        /// <summary>Null: for everybody invited.</summary>
        public Guid? InvitationId { get; init; }

        /// <summary>A reminder: to those who have not answered, and whom the portal has not reminded today.</summary>
        public bool IsReminder { get; init; }

        /// <summary>Null: for the holder and, where the unit has one, the liaison officer.</summary>
        public Addressee? Only { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.MeetingId).NotEmpty();
        }
    }

    public sealed record MadeLink(Guid InvitationId, string? Unit, Addressee Addressee, string? Name, string Token);

    public async Task<IReadOnlyList<MadeLink>> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        if (meeting.NotifiedAt is null)
            throw MeetingsRules.NotNotified();
        if (meeting.StateAt(db.Now) == MeetingState.Cancelled)
            throw MeetingsRules.IsCancelled();
        if (meeting.StateAt(db.Now) == MeetingState.Postponed)
            throw MeetingsRules.IsPostponed();
        if (form.IsReminder)
            await Reminder.CheckHourAsync(db, ct);
        var (units, people, today) = (db.Units, db.People, db.Today);
        var reminded = db.Reminders.Where(r => r.MeetingId == meeting.Id && r.Day == today);
        var holders = Invitations.HoldersAt(db, meeting);
        var rows = await db
            .Invitations.AsNoTracking()
            .Where(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null)
            .Where(i => form.InvitationId == null || i.Id == form.InvitationId)
            .Where(i => !form.IsReminder || (i.Reply == null && !reminded.Any(r => r.InvitationId == i.Id && r.Means == ReminderWay.Sent)))
            .OrderBy(i => i.Id)
            .Select(i => new
            {
                i.Id,
                i.UnitId,
                Unit = units.Where(u => u.Id == i.UnitId).Select(u => u.Name).FirstOrDefault(),
                Holder = holders
                    .Where(a => a.SeatId == i.SeatId)
                    .Join(people, a => a.PersonId, p => p.Id, (a, p) => new { p.Id, p.Name })
                    .FirstOrDefault(),
                WasReminded = reminded.Any(r => r.InvitationId == i.Id),
                Liaison = units
                    .Where(u => u.Id == i.UnitId)
                    .Join(people, u => u.LiaisonOfficerId, p => p.Id, (u, p) => new { p.Id, p.Name })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        if (form.InvitationId is not null && rows.Count == 0)
            throw new NotFound();

        List<MadeLink> made = [];
        foreach (var row in rows)
        {
            if (form.Only is null or Addressee.Holder && row.Holder is { } holder)
                Make(row.Id, row.UnitId, row.Unit, Addressee.Holder, holder.Id, holder.Name);
            if (form.Only is null or Addressee.LiaisonOfficer && row.Liaison is { } liaison)
                Make(row.Id, row.UnitId, row.Unit, Addressee.LiaisonOfficer, liaison.Id, liaison.Name);
        }
        // The text may be copied again without counting as a second reminder.
        if (form.IsReminder)
            db.Reminders.AddRange(
                rows.Where(r => r.Holder is not null && !r.WasReminded).Select(r => Reminder.Of(meeting, r.Id, ReminderWay.Copied, db))
            );
        await db.CommitAsync(ct);
        return made;

        void Make(Guid invitation, Guid? unitId, string? unit, Addressee addressee, Guid person, string name)
        {
            var token = Secrets.Make();
            db.Links.Add(LinkTo(meeting, invitation, unitId, addressee, person, token, db.Now));
            made.Add(new MadeLink(invitation, unit, addressee, name, token));
        }
    }

    internal static Link LinkTo(
        Meeting meeting,
        Guid invitation,
        Guid? unit,
        Addressee addressee,
        Guid person,
        string token,
        DateTimeOffset now
    ) =>
        new()
        {
            TokenHash = Secrets.Hash(token),
            Right = Right.AnswerInvitation,
            SubjectId = invitation,
            WithinId = meeting.Id,
            Addressee = addressee,
            PersonId = person,
            PlaceId = meeting.PlaceId,
            UnitId = unit,
            MadeAt = now,
            ExpiresAt = meeting.EndsAt,
        };
}
