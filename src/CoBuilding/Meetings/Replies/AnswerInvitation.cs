using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Replies;

/// <summary>
/// A unit replies to an invitation: attendance, substitute or leave. By link or signed in; changeable until the meeting starts; a repeated
/// reply has no further effect.
/// </summary>
public sealed class AnswerInvitation(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Null for a link, which is for one invitation.</summary>
        public Guid? InvitationId { get; init; }
        public Reply? Reply { get; set; }
        public string? SubstituteName { get; set; }
        public string? SubstitutePost { get; set; }

        /// <summary>Confirms that an invited person of the substitute's name is somebody else.</summary>
        public bool IsNamesake { get; set; }

        /// <summary>If blank, the previous reason stays.</summary>
        public string? LeaveReason { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Reply).NotNull();
                RuleFor(f => f.SubstituteName).NotEmpty().When(f => f.Reply == Meetings.Reply.Substitute).MaximumLength(40);
                RuleFor(f => f.SubstitutePost).MaximumLength(60);
                RuleFor(f => f.LeaveReason).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AnswerInvitation, form, ct);
        var reply = form.Reply!.Value;
        var (invitation, meeting, responder) = await Invitations.OfResponderAsync(
            db,
            form.InvitationId,
            reply == Reply.Substitute && !form.IsNamesake ? form.SubstituteName.OrNull() : null,
            ct
        );
        invitation.CheckStands();
        meeting.CheckAnswerable(db.Now);
        if (responder.NamesInvited)
            throw AttendanceRules.SubstituteIsInvited(form.SubstituteName!.Trim());
        var reason = form.LeaveReason.OrNull() ?? (invitation.Reply == Reply.Leave ? invitation.LeaveReason : null);
        var change = invitation.Answer(
            Answer.Of(reply, form.SubstituteName, form.SubstitutePost, reason),
            responder.Acting,
            db.Now,
            meeting
        );
        if (change.Count > 0)
            await db.CommitOneAsync(invitation, change, ct);
    }
}
