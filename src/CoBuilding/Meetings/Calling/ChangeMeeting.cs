using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Words;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Calling;

/// <summary>
/// Changes a meeting after its notice. A change of day, time, place or kind makes replies void, and everybody is asked again.
/// </summary>
public sealed class ChangeMeeting(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>Null: as it is.</summary>
        public Guid? KindId { get; set; }
        public DateOnly? Day { get; set; }
        public TimeOnly? Start { get; set; }
        public TimeOnly? End { get; set; }
        public string Venue { get; set; } = "";
        public DateOnly? ReplyByDay { get; set; }
        public TimeOnly? ReplyByTime { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Day).NotNull();
                RuleFor(f => f.Start).NotNull();
                RuleFor(f => f.End).NotNull().GreaterThan(f => f.Start).WithMessage(_ => Texts.Wording.T("Meetings.EndAfterStart"));
                RuleFor(f => f.Venue).NotEmpty().MaximumLength(100);
                RuleFor(f => f.ReplyByDay)
                    .NotNull()
                    .LessThanOrEqualTo(f => f.Day)
                    .WithMessage(_ => Texts.Wording.T("Meetings.ReplyByBeforeStart"));
                RuleFor(f => f.ReplyByTime).NotNull();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        await db.ExpectAsync(meeting, form.ExpectedVersion, ct);
        var kind = form.KindId is { } id ? await MeetingWord.KindAsync(db, id, meeting.Kind, ct) : null;
        var askAgain = meeting.Change(
            kind?.MeetingKind ?? meeting.Kind,
            kind?.Id ?? meeting.KindId,
            ChinaTime.At(form.Day!.Value, form.Start!.Value),
            ChinaTime.At(form.Day.Value, form.End!.Value),
            form.Venue.Trim(),
            ChinaTime.At(form.ReplyByDay!.Value, form.ReplyByTime!.Value),
            db.Now
        );
        if (askAgain)
        {
            meeting.ApplyPolicy(await MeetingPolicy.ReadAsync(db, meeting.Kind, ct));
            await Invitations.AskAgainAsync(db, meeting, ct);
            await MeetingMessages.AnnounceChangeAsync(db, meeting, MeetingMessageKind.Change, ct);
        }
        await db.CommitAsync(ct);
    }
}
