using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>
/// Makes one more live link for each addressee, at the moment at which the clerk copies the notice, copies a reminder or prints.
/// Only hashes are kept, so a link that was made before cannot be shown again.
/// </summary>
public sealed class MakeLinks(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }

        /// <summary>Null: for everybody invited.</summary>
        public Guid? InvitationId { get; init; }
        public bool OnlyUnanswered { get; init; }

        /// <summary>Null: for the holder and, where the unit has one, the liaison officer.</summary>
        public Addressee? Only { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.MeetingId).NotEmpty();
        }
    }

    public sealed record Made(Guid InvitationId, string? Unit, Addressee Addressee, string? Name, string Token);

    public async Task<IReadOnlyList<Made>> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        if (meeting.NotifiedAt is null) throw MeetingsRules.NotNotified();
        if (meeting.StateAt(db.Now) == MeetingState.Cancelled) throw MeetingsRules.IsCancelled();
        var (units, people) = (db.Units, db.People);
        var holders = Invitations.HoldersAt(db.Appointments, meeting.Day, meeting.StartsAt, db.Now);
        var rows = await db.Invitations.AsNoTracking()
            .Where(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null)
            .Where(i => form.InvitationId == null || i.Id == form.InvitationId)
            .Where(i => !form.OnlyUnanswered || i.Reply == null)
            .OrderBy(i => i.Id)
            .Select(i => new
            {
                i.Id, i.UnitId, Unit = units.Where(u => u.Id == i.UnitId).Select(u => u.Name).FirstOrDefault(),
                Holder = holders.Where(a => a.SeatId == i.SeatId).Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First()).FirstOrDefault(),
                Liaison = units.Where(u => u.Id == i.UnitId).Select(u => people.Where(p => p.Id == u.LiaisonOfficerId).Select(p => p.Name).FirstOrDefault())
                    .FirstOrDefault(),
            }).ToListAsync(ct);
        if (form.InvitationId is not null && rows.Count == 0) throw new NotFound();

        List<Made> made = [];
        foreach (var row in rows)
        {
            if (row.Holder is not null && form.Only is null or Addressee.Holder) Make(row.Id, row.UnitId, row.Unit, Addressee.Holder, row.Holder);
            if (row.Liaison is not null && form.Only is null or Addressee.LiaisonOfficer) Make(row.Id, row.UnitId, row.Unit, Addressee.LiaisonOfficer, row.Liaison);
        }
        await db.CommitAsync(ct);
        return made;

        void Make(Guid invitation, Guid? unitId, string? unit, Addressee addressee, string? name)
        {
            var token = Secrets.Make();
            db.Links.Add(new Link
            {
                TokenHash = Secrets.Hash(token), Right = Right.AnswerInvitation, SubjectId = invitation, WithinId = meeting.Id, Addressee = addressee,
                PlaceId = meeting.PlaceId, UnitId = unitId, MadeAt = db.Now, ExpiresAt = meeting.EndsAt,
            });
            made.Add(new Made(invitation, unit, addressee, name, token));
        }
    }
}
