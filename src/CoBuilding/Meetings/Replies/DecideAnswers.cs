using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

/// <summary>The host's decision on requested leave or substitutes, for one or several units. The unit sees it where it replied.</summary>
public sealed class DecideAnswers(Door door)
{
    /// <param name="ExpectedVersion">The version of the reply that was shown, so that a changed reply is not decided unread.</param>
    public sealed record Choice(Guid InvitationId, long ExpectedVersion);

    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }
        public IReadOnlyList<Choice> Answers { get; init; } = [];
        public bool Agrees { get; set; }

        /// <summary>The message to the units.</summary>
        public string? Words { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Answers).NotEmpty();
                RuleFor(f => f.Words).NotEmpty().When(f => !f.Agrees).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.RecordReplies, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        meeting.CheckNotCancelled();
        // After the meeting's day a decision changes the attendance, as a mark does.
        if (db.Today > meeting.Day && form.Words.OrNull() is null)
            throw AttendanceRules.LateDecisionNeedsWords();
        var ids = form.Answers.Select(r => r.InvitationId).ToList();
        var invitations = await db
            .Invitations.Where(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null && ids.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, ct);
        var by = await db.ActorNameAsync(ct);
        foreach (var row in form.Answers)
        {
            if (!invitations.TryGetValue(row.InvitationId, out var invitation))
                throw new NotFound();
            await db.ExpectAsync(invitation, row.ExpectedVersion, ct);
            invitation.Decide(form.Agrees, form.Words.OrNull(), by, meeting, db.Now);
        }
        await db.CommitAsync(ct);
    }
}
