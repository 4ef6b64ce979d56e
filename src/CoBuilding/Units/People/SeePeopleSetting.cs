using CoBuilding.Access;

namespace CoBuilding.Units.People;

/// <summary>The district's order of titles and names, and for how long numbers stay.</summary>
public sealed class SeePeopleSetting(Door door)
{
    public sealed record Answer(NameOrder Order, int MobileKeptDays, IReadOnlyList<string> Titles);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        var setting = await PeopleSetting.ReadAsync(db, ct);
        return new Answer(setting.Order, setting.MobileKeptDays, await Ranks.TitlesAsync(db, ct));
    }
}
