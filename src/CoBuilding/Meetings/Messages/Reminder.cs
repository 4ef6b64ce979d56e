using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Places.Workdays;

namespace CoBuilding.Meetings.Messages;

/// <summary>A reminder of a seat on a day: at most one, regardless of person and way.</summary>
public sealed class Reminder : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid InvitationId { get; init; }
    public required Guid PlaceId { get; init; }
    public required DateOnly Day { get; init; }
    public required DateTimeOffset At { get; init; }
    public required ReminderWay Means { get; init; }

    internal static Reminder Of(Meeting meeting, Guid invitation, ReminderWay means, PortalDb db) =>
        new()
        {
            MeetingId = meeting.Id,
            InvitationId = invitation,
            PlaceId = meeting.PlaceId,
            Day = db.Today,
            At = db.Now,
            Means = means,
        };

    /// <exception cref="RuleBroken">It is night or not a workday.</exception>
    internal static async Task CheckHourAsync(PortalDb db, CancellationToken ct)
    {
        var setting = await MessageSetting.ReadAsync(db, ct);
        if (!setting.IsWithinHours(db.Now))
            throw SendingRules.RemindersRest(setting.HoursFrom, setting.HoursUntil);
        if (!(await WorkdayCalendar.ReadAsync(db, ct)).IsWorkday(db.Today))
            throw SendingRules.RestDay();
    }
}
