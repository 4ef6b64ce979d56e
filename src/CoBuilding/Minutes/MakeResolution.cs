using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Resolutions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>Records a resolution, from an item of the minutes or independently, and asks a unit or an office to take the lead.</summary>
public sealed class MakeResolution(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; } = Guid.CreateVersion7();
        public Guid? CommitteeId { get; set; }
        public Guid? MeetingId { get; init; }

        /// <summary>The item of that meeting's minutes from which it comes.</summary>
        public Guid? MinutesItemId { get; init; }
        public string Matter { get; set; } = "";
        public Guid? LeadUnitId { get; set; }

        /// <summary>Where no unit leads.</summary>
        public string? LeadOffice { get; set; }
        public IReadOnlyList<Guid> AssistingUnitIds { get; set; } = [];

        /// <summary>Null: the lead names a day.</summary>
        public DateOnly? Deadline { get; set; }
        public string? ContactName { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.CommitteeId).NotNull();
                RuleFor(f => f.MeetingId).NotNull().When(f => f.MinutesItemId is not null);
                RuleFor(f => f.Matter).NotEmpty().MaximumLength(500);
                RuleFor(f => f.LeadUnitId)
                    .NotNull()
                    .When(f => string.IsNullOrWhiteSpace(f.LeadOffice))
                    .WithMessage(_ => Texts.Wording.T("Resolutions.LeadMissing"));
                RuleFor(f => f.LeadUnitId)
                    .Null()
                    .When(f => !string.IsNullOrWhiteSpace(f.LeadOffice))
                    .WithMessage(_ => Texts.Wording.T("Resolutions.OneLead"));
                RuleFor(f => f.LeadOffice).MaximumLength(60);
                RuleFor(f => f.AssistingUnitIds.Count).LessThanOrEqualTo(30);
                RuleFor(f => f.ContactName).MaximumLength(60);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId!.Value, ct);
        if (form.MeetingId is { } id)
            await ComeFromAsync(db, id, committee.Id, form.MinutesItemId, ct);
        var wanted = form.AssistingUnitIds.Append(form.LeadUnitId ?? Guid.Empty).Where(u => u != Guid.Empty).Distinct().ToList();
        if (await FindAskableUnits.Units(db, committee.Id).CountAsync(u => wanted.Contains(u.Id), ct) < wanted.Count)
            throw new NotFound();
        if (form.LeadUnitId is { } lead && form.AssistingUnitIds.Contains(lead))
            throw ResolutionsRules.LeadAssists();
        if (form.Deadline < db.Today)
            throw ResolutionsRules.DeadlineHasPassed();
        var resolution = new Resolution
        {
            Id = form.ResolutionId,
            CommitteeId = committee.Id,
            PlaceId = committee.PlaceId,
            MeetingId = form.MeetingId,
            MinutesItemId = form.MinutesItemId,
            Matter = form.Matter.Trim(),
            LeadUnitId = form.LeadUnitId,
            LeadOffice = form.LeadOffice.OrNull(),
            ContactName = form.ContactName.OrNull(),
        };
        db.Resolutions.Add(resolution);
        db.ResolutionSteps.Add(resolution.Ask(form.Deadline, ResolutionStepDetails.Host(db, null)));
        foreach (var unit in form.AssistingUnitIds.Distinct())
            db.AssistingUnits.Add(
                new AssistingUnit
                {
                    ResolutionId = resolution.Id,
                    PlaceId = resolution.PlaceId,
                    UnitId = unit,
                }
            );
        await db.CommitAsync(ct);
    }

    private static async Task ComeFromAsync(PortalDb db, Guid meetingId, Guid committeeId, Guid? itemId, CancellationToken ct)
    {
        var meeting = await PortalDb.FindAsync(db.Meetings.Where(m => m.CommitteeId == committeeId), meetingId, ct);
        meeting.CheckMarkable(db.Now);
        var minutes = db.Minutes;
        if (
            itemId is { } item
            && !await db.MinutesItems.AnyAsync(i => i.Id == item && minutes.Any(m => m.Id == i.MinutesId && m.MeetingId == meetingId), ct)
        )
            throw new NotFound();
        // Conflicts with issuing or archiving the minutes at the same time.
        db.Touch(meeting);
        if (meeting.MinutesStage is MeetingState.Issued or MeetingState.Archived)
            meeting.RecordMinutesProgress(MeetingState.FollowingUp, db.Now);
    }
}
