using CoBuilding.Access;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Kinds;

/// <summary>The district's kinds of unit in their order; some twenty rows.</summary>
public sealed class SeeUnitKinds(Door door)
{
    /// <param name="Aliases">One a line.</param>
    /// <param name="Units">How many within reach are of it.</param>
    public sealed record Row(Guid Id, string Name, UnitKind Kind, string Aliases, int Ordinal, bool IsRetired, int Units, long RowVersion)
    {
        /// <summary>In the current language.</summary>
        public string Said => DistrictUnitKind.Say(Kind, Name);
    }

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        var units = db.Units;
        return await db
            .UnitKinds.AsNoTracking()
            .OrderBy(k => k.Ordinal)
            .ThenBy(k => k.Id)
            .Select(k => new Row(
                k.Id,
                k.Name,
                k.Kind,
                k.Aliases,
                k.Ordinal,
                k.RetiredOn != null,
                units.Count(u => u.KindId == k.Id),
                k.RowVersion
            ))
            .ToListAsync(ct);
    }
}
