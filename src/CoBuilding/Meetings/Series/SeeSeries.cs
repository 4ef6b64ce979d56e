using CoBuilding.Access;

namespace CoBuilding.Meetings.Series;

/// <summary>One series with its periods, as <see cref="ListSeries"/> shows it.</summary>
public sealed class SeeSeries(Door door)
{
    public async Task<ListSeries.Row> AskAsync(Scope scope, Guid seriesId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await ListSeries.OneAsync(db, seriesId, ct);
    }
}
