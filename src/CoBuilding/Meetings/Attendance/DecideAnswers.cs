using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>The host agrees to leave that was asked for or to a substitute, or does not; one unit or several. The unit reads it where it answered.</summary>
public sealed class DecideAnswers(Door door)
{
    /// <param name="ExpectedVersion">The answer as it was shown: an answer that changed meanwhile is not decided unread.</param>
    public sealed record Choice(Guid InvitationId, long ExpectedVersion);

    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }
        public IReadOnlyList<Choice> Answers { get; init; } = [];
        public bool Agrees { get; set; }

        /// <summary>What the units are told with it.</summary>
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
        // After the day it changes who counted as present, as a mark does.
        if (db.Today > meeting.Day && form.Words.OrNull() is null) throw AttendanceRules.LateDecisionNeedsWords();
        var ids = form.Answers.Select(r => r.InvitationId).ToList();
        var invitations = await db.Invitations.Where(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null && ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        var by = await db.ActorNameAsync(ct);
        foreach (var row in form.Answers)
        {
            if (!invitations.TryGetValue(row.InvitationId, out var invitation)) throw new NotFound();
            await db.ExpectAsync(invitation, row.ExpectedVersion, ct);
            invitation.Decide(form.Agrees, form.Words.OrNull(), by, meeting, db.Now);
        }
        await db.CommitAsync(ct);
    }
}
