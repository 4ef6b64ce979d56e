using CoBuilding.Access;

namespace CoBuilding.Meetings.Calling;

/// <summary>The limits for warnings.</summary>
public sealed class SeeMeetingWarningSetting(Door door)
{
    public sealed record Answer(int MostRequests, int NoticeDays);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, ct);
        var setting = await MeetingWarningSetting.ReadAsync(db, ct);
        return new Answer(setting.MostRequests, setting.NoticeDays);
    }
}
