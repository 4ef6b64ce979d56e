using CoBuilding.Access;

namespace CoBuilding.Minutes;

/// <summary>The district's settings for minutes.</summary>
public sealed class SeeMinutesSetting(Door door)
{
    public async Task<SeeMinutes.MinutesRule> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return SeeMinutes.MinutesRule.Of(await MinutesSetting.ReadAsync(db, ct));
    }
}
