using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

/// <summary>Records a reply given by phone, with the caller and time.</summary>
public sealed class RecordReply(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid InvitationId { get; init; }
        public Reply? Reply { get; set; }
        public string? SubstituteName { get; set; }
        public string? SubstitutePost { get; set; }

        /// <summary>Confirms that an invited person of the substitute's name is somebody else.</summary>
        public bool IsNamesake { get; set; }
        public string? LeaveReason { get; set; }

        /// <summary>The person who reported it.</summary>
        public string ToldBy { get; set; } = "";

        /// <summary>When, in China, today; null means now.</summary>
        public TimeOnly? At { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Reply).NotNull();
                RuleFor(f => f.SubstituteName).NotEmpty().When(f => f.Reply == Meetings.Reply.Substitute).MaximumLength(40);
                RuleFor(f => f.SubstitutePost).MaximumLength(60);
                RuleFor(f => f.LeaveReason).MaximumLength(200);
                RuleFor(f => f.ToldBy).NotEmpty().MaximumLength(40);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.RecordReplies, form, ct);
        var invitation =
            await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == form.InvitationId && i.WithdrawnAt == null, ct)
            ?? throw new NotFound();
        var meeting = await PortalDb.FindAsync(db.Meetings, invitation.MeetingId, ct);
        meeting.CheckAnswerable(db.Now);
        var people = db.People;
        var holder = await Invitations
            .HoldersAt(db, meeting)
            .Where(a => a.SeatId == invitation.SeatId)
            .Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First())
            .FirstOrDefaultAsync(ct);
        var told = form.At is { } time ? ChinaTime.At(db.Today, time) : db.Now;
        var answer = Answer.Of(form.Reply!.Value, form.SubstituteName, form.SubstitutePost, form.LeaveReason, form.ToldBy);
        if (answer.SubstituteName is { } name && !form.IsNamesake && await Invitations.IsInvitedAsync(db, meeting, name, ct))
            throw AttendanceRules.SubstituteIsInvited(name);
        var change = invitation.Answer(answer, new Acting(ReplySource.Clerk, null, holder), told > db.Now ? db.Now : told, meeting);
        if (change.Count > 0)
            await db.CommitOneAsync(invitation, change, ct);
    }
}
