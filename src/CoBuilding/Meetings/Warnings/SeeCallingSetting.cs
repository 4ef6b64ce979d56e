using CoBuilding.Access;

namespace CoBuilding.Meetings.Warnings;

/// <summary>From when on the clerk is warned.</summary>
public sealed class SeeCallingSetting(Door door)
{
    public sealed record Answer(int MostRequests, int NoticeDays);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepSettings, ct);
        var setting = await CallingSetting.ReadAsync(db, ct);
        return new Answer(setting.MostRequests, setting.NoticeDays);
    }
}
