using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Attendance;

/// <summary>Invites an observer without a seat: with the notice, after it, or on arrival.</summary>
public sealed class InviteGuest(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid GuestId { get; init; } = Guid.CreateVersion7();
        public Guid MeetingId { get; init; }
        public string GuestName { get; set; } = "";
        public string? UnitName { get; set; }
        public string? Post { get; set; }

        /// <summary>Confirms that an invited person of this name is somebody else.</summary>
        public bool IsNamesake { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.GuestName).NotEmpty().MaximumLength(40);
                RuleFor(f => f.UnitName).MaximumLength(100);
                RuleFor(f => f.Post).MaximumLength(60);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        meeting.CheckNotCancelled();
        var name = form.GuestName.Trim();
        if (!form.IsNamesake && await Invitations.IsInvitedAsync(db, meeting, name, ct))
            throw AttendanceRules.GuestIsInvited(name);
        db.Guests.Add(
            new Guest
            {
                Id = form.GuestId,
                MeetingId = meeting.Id,
                PlaceId = meeting.PlaceId,
                Name = name,
                UnitName = form.UnitName.OrNull(),
                Post = form.Post.OrNull(),
            }
        );
        await db.CommitAsync(ct);
    }
}
