using CoBuilding.Access;

namespace CoBuilding.Committees.Kinds;

/// <summary>What the district counts in coverage.</summary>
public sealed class SeeCoverageSetting(Door door)
{
    public sealed record Answer(bool CountsTownsAndVillages);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        return new Answer(await CoverageSetting.ReadAsync(db, ct));
    }
}
