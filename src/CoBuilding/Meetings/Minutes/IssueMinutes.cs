using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Resolutions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Minutes;

/// <summary>
/// Issues the minutes in the joint meeting's name, as they were countersigned: with a number and a day, and from then on unchangeable but by a new version. What
/// became known of the meeting since is not slipped in; whoever issues is told.
/// </summary>
public sealed class IssueMinutes(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MinutesId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>Of the minutes, e.g. which of the year; may be left out.</summary>
        public string? DocumentNumber { get; set; }
        public DateOnly? IssuedOn { get; set; }

        /// <summary>Although the meeting's facts are others by now.</summary>
        public bool AsSent { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.DocumentNumber).MaximumLength(60);
                RuleFor(f => f.IssuedOn).NotNull();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, form.MinutesId, ct);
        await db.ExpectAsync(minutes, form.ExpectedVersion, ct);
        minutes.ExpectCountersigning();
        var asked = await Countersigns.OfRoundAsync(db, minutes, ct);
        // A unit that changes its word at this very moment and the clerk who issues do not miss each other.
        foreach (var countersign in asked) db.Touch(countersign);
        // While they are with the units, what was kept last is what these were sent.
        var sent = await SeeMinutes.ContentAsync(db, minutes.Id, null, ct);
        db.MinutesSteps.Add(minutes.Issue(form.DocumentNumber.OrNull(), form.IssuedOn!.Value, asked, sent, db.Now));
        if (!form.AsSent && !sent.HasFactsOf(await MinutesText.ReadAsync(db, minutes, ct))) throw MinutesRules.FactsMoved();
        var isFollowed = await db.Resolutions.AnyAsync(r => r.MeetingId == minutes.MeetingId, ct);
        await MinutesProgress.StampAsync(db, minutes, isFollowed ? MeetingState.FollowingUp : MeetingState.Issued, ct);
        await db.CommitAsync(ct);
    }
}
