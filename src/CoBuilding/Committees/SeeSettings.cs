using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

/// <summary>The district's settings: its ranges, own or customary, and what counts in coverage.</summary>
public sealed class SeeSettings(Door door)
{
    public sealed record Answer(IReadOnlyList<Row> Rows, bool CountsTownsAndVillages);

    public sealed record Row(CommitteeKind Kind, int? Min, int? Max, bool IsOwn, bool RequiresReason);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var own = await ReadAsync(db, ct);
        var strict = await db.Quotas.Where(q => q.RequiresReason).Select(q => q.Kind).ToListAsync(ct);
        return new Answer(
            [.. Enum.GetValues<CommitteeKind>().Select(k => new Row(k, Range(own, k)?.Min, Range(own, k)?.Max, own.ContainsKey(k), strict.Contains(k)))],
            await CoverageSetting.ReadAsync(db, ct));
    }

    internal static async Task<IReadOnlyDictionary<CommitteeKind, (int Min, int Max)>> ReadAsync(PortalDb db, CancellationToken ct) =>
        (await db.Quotas.AsNoTracking().ToListAsync(ct)).ToDictionary(q => q.Kind, q => (q.Min, q.Max));

    internal static (int Min, int Max)? Range(IReadOnlyDictionary<CommitteeKind, (int Min, int Max)> own, CommitteeKind kind) =>
        own.TryGetValue(kind, out var range) ? range : Quota.Default(kind);
}
