using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Resolutions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Minutes;

/// <summary>Issues the minutes in the joint meeting's name: with a number and a day, and from then on unchangeable but by a new version.</summary>
public sealed class IssueMinutes(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MinutesId { get; init; }
        public long Seen { get; init; }

        /// <summary>Of the minutes, e.g. which of the year; may be left out.</summary>
        public string? DocumentNumber { get; set; }
        public DateOnly? IssuedOn { get; set; }

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
        await using var db = await door.OpenAsync(scope, Right.KeepMinutes, form, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, form.MinutesId, ct);
        await db.ExpectAsync(minutes, form.Seen, ct);
        var asked = await db.Countersigns.Where(c => c.MinutesId == minutes.Id && c.Round == minutes.Round).ToListAsync(ct);
        // A unit that changes its word at this very moment and the clerk who issues do not miss each other.
        foreach (var countersign in asked) db.Touch(countersign);
        db.MinutesSteps.Add(minutes.Issue(form.DocumentNumber.OrNull(), form.IssuedOn!.Value, asked, await MinutesText.ReadAsync(db, minutes, ct), db.Now));
        var isFollowed = await db.Resolutions.AnyAsync(r => r.MeetingId == minutes.MeetingId, ct);
        await WriteUps.StampAsync(db, minutes, isFollowed ? MeetingState.FollowingUp : MeetingState.Issued, ct);
        await db.CommitAsync(ct);
    }
}
