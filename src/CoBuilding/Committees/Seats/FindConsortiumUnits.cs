using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>
/// Units of the whole district that may be given a seat on a consortium: only names and places, for editors of its roster.
/// </summary>
public sealed class FindConsortiumUnits(Door door)
{
    public sealed record Question : ListQuestion
    {
        public required Guid CommitteeId { get; init; }
    }

    public sealed record Row(Guid UnitId, string Name, string Place, string? Street);

    /// <exception cref="NotFound">There is no such consortium within reach.</exception>
    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, ct);
        await PortalDb.FindAsync(db.Committees.AsNoTracking().Where(c => c.Kind == CommitteeKind.Consortium), question.CommitteeId, ct);
        return await Rows(db, question).PageAsync(question, ct);
    }

    private static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (needle, today) = (question.NameNeedle(), db.Today);
        return db
            .Units.AsNoTracking()
            .Lifted("names and places of all units: any of them may join a consortium within reach")
            .Where(u =>
                u.MergedIntoId == null && (u.EndedOn == null || u.EndedOn > today) && (needle == null || u.FindKeys.Contains(needle))
            )
            .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { u, p })
            .OrderBy(x => x.p.Code)
            .ThenBy(x => x.u.SortKey)
            .ThenBy(x => x.u.Id)
            .Select(x => new Row(x.u.Id, x.u.Name, x.p.Name, x.p.Level == PlaceLevel.Community ? x.p.ParentName : null));
    }

    /// <summary>A unit wherever it resides, to be given a seat on a consortium that was found within reach.</summary>
    /// <exception cref="NotFound">There is no such unit in the district.</exception>
    internal static Task<ResidentUnit> UnitAsync(PortalDb db, Guid unitId, CancellationToken ct) =>
        PortalDb.FindAsync(
            db.Units.AsNoTracking().Lifted("a unit wherever it resides, to be given a seat on a consortium within reach"),
            unitId,
            ct
        );

    /// <summary>Units that nominations within reach name, wherever they reside by now.</summary>
    internal static Task<Dictionary<Guid, ResidentUnit>> NominatedAsync(PortalDb db, Guid[] unitIds, CancellationToken ct) =>
        db
            .Units.AsNoTracking()
            .Lifted("units that nominations within reach name, wherever they reside by now")
            .Where(u => unitIds.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, ct);

    /// <summary>The names of a consortium's units, which are visible on its roster. Empty, without a query, for other bodies.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        PortalDb db,
        CommitteeKind kind,
        IEnumerable<Guid?> unitIds,
        CancellationToken ct
    )
    {
        if (kind != CommitteeKind.Consortium)
            return new Dictionary<Guid, string>();
        Guid[] ids = [.. unitIds.OfType<Guid>().Distinct()];
        return await db
            .Units.AsNoTracking()
            .Lifted("names of a consortium's units, wherever they reside: its roster shows them")
            .Where(u => ids.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.Name, ct);
    }

    internal static string? Of(IReadOnlyDictionary<Guid, string> names, Guid? unitId) =>
        unitId is { } id ? names.GetValueOrDefault(id) : null;
}
