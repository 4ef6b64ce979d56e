using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Places.Workdays;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>Sends the current minutes to every due unit to be countersigned within the term.</summary>
public sealed class SendMinutes(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MinutesId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>Null: as the district has set.</summary>
        public int? Workdays { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Workdays).InclusiveBetween(1, 30);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, form.MinutesId, ct);
        await db.ExpectAsync(minutes, form.ExpectedVersion, ct);
        // A person still typing gets a conflict instead of changing the sent text.
        foreach (var item in await db.MinutesItems.Where(i => i.MinutesId == minutes.Id).ToListAsync(ct))
            db.Touch(item);
        var meeting = await SeeMeeting.ReadAsync(db, minutes.MeetingId, withReasons: false, ct);
        var text = MinutesText.Of(meeting, minutes, [.. (await MinutesText.ItemsAsync(db, minutes.Id, ct)).Select(i => i.Item)]);
        if (text.Items.All(i => i.IsBlank))
            throw MinutesRules.NothingWritten();
        var workdays = form.Workdays ?? (await MinutesSetting.ReadAsync(db, ct)).CountersignWorkdays;
        db.MinutesSteps.Add(
            minutes.Send((await WorkdayCalendar.ReadAsync(db, ct)).AfterWorkdays(db.Today.AddDays(1), workdays), text, db.Now)
        );
        List<Countersign> asked =
        [
            .. meeting
                .Due.Where(r => r.UnitId is not null)
                .Select(r => new Countersign
                {
                    MinutesId = minutes.Id,
                    MeetingId = minutes.MeetingId,
                    PlaceId = minutes.PlaceId,
                    UnitId = r.UnitId!.Value,
                    SeatId = r.SeatId,
                    CountersignRound = minutes.CountersignRound,
                }),
        ];
        db.Countersigns.AddRange(asked);
        await Countersigns.LeadLinksOnAsync(db, minutes, asked, ct);
        await MinutesProgress.StampAsync(db, minutes, MeetingState.Countersigning, ct);
        await db.CommitAsync(ct);
    }
}
