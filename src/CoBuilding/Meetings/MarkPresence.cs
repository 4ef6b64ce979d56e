using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>The clerk marks who is there, at the meeting or from the signed sheet.</summary>
public sealed class MarkPresence(Door door)
{
    public sealed record Mark(Guid InvitationId, Presence? Presence);

    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }
        public IReadOnlyList<Mark> Marks { get; init; } = [];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Marks).NotEmpty();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.RecordReplies, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        meeting.CheckMarkable(db.Now);
        var ids = form.Marks.Select(m => m.InvitationId).ToList();
        var invitations = await db.Invitations.Where(i => i.MeetingId == meeting.Id && ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        foreach (var mark in form.Marks)
        {
            if (!invitations.TryGetValue(mark.InvitationId, out var invitation)) throw new NotFound();
            invitation.Mark(mark.Presence, db.Now);
        }
        await db.CommitAsync(ct);
    }
}
