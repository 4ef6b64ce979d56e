using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Resolutions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>Archives a meeting whose minutes are issued and whose resolutions are closed.</summary>
public sealed class ArchiveMeeting(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.MeetingId).NotEmpty();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        if (!await db.Minutes.AnyAsync(m => m.MeetingId == meeting.Id && m.State == MinutesState.Issued, ct))
            throw MinutesRules.NotIssuedToArchive();
        var open = await db.Resolutions.CountAsync(r => r.MeetingId == meeting.Id && r.State != ResolutionState.Closed, ct);
        if (open > 0)
            throw MinutesRules.ResolutionsAreOpen(open);
        meeting.RecordMinutesProgress(MeetingState.Archived, db.Now);
        await db.CommitAsync(ct);
    }
}
