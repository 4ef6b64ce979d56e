using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Resolutions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>
/// Issues the minutes as countersigned, with a number and a date; later changes need a new version. Changed facts of the meeting are not
/// included automatically; the clerk is informed.
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

        /// <summary>Confirms issuing although facts of the meeting have changed.</summary>
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
        // Serializes a unit's change of answer with issuing.
        foreach (var countersign in asked)
            db.Touch(countersign);
        // While being countersigned, the last kept text is the one sent to the units.
        var sent = await SeeMinutes.ContentAsync(db, minutes.Id, null, ct);
        db.MinutesSteps.Add(minutes.Issue(form.DocumentNumber.OrNull(), form.IssuedOn!.Value, asked, sent, db.Now));
        if (!form.AsSent && !sent.HasFactsOf(await MinutesText.ReadAsync(db, minutes, ct)))
            throw MinutesRules.FactsMoved();
        var isFollowed = await db.Resolutions.AnyAsync(r => r.MeetingId == minutes.MeetingId, ct);
        await MinutesProgress.StampAsync(db, minutes, isFollowed ? MeetingState.FollowingUp : MeetingState.Issued, ct);
        await db.CommitAsync(ct);
    }
}
