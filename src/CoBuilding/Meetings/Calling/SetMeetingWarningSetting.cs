using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Calling;

/// <summary>Sets the limits for warnings about frequent requests and short notice.</summary>
public sealed class SetMeetingWarningSetting(Door door)
{
    public sealed record Form : WritingForm
    {
        public int MostRequests { get; set; } = MeetingWarningSetting.UsualRequests;
        public int NoticeDays { get; set; } = MeetingWarningSetting.UsualNoticeDays;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.MostRequests).InclusiveBetween(1, 100);
                RuleFor(f => f.NoticeDays).InclusiveBetween(0, 30);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var setting = await db.CallingSettings.SingleOrDefaultAsync(ct);
        if (setting is null)
            db.CallingSettings.Add(setting = new());
        (setting.MostRequests, setting.NoticeDays) = (form.MostRequests, form.NoticeDays);
        await db.CommitAsync(ct);
    }
}
