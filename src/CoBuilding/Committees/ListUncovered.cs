using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

/// <summary>The places of a kind's level that have no committee of that kind yet.</summary>
public sealed class ListUncovered(Door door)
{
    public sealed record Question : ListQuestion
    {
        public required CommitteeKind Kind { get; init; }

        /// <summary>Also the towns, townships and villages that the district does not count.</summary>
        public bool WithUncounted { get; init; }
    }

    public sealed record Row(Guid PlaceId, string Name, string? Street, string Code);

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        return await (await RowsAsync(db, question, ct)).PageAsync(question, ct);
    }

    internal static async Task<IQueryable<Row>> RowsAsync(PortalDb db, Question question, CancellationToken ct)
    {
        var (committees, today, kind, needle) = (db.Committees, db.Today, question.Kind, question.NameNeedle());
        var counted = Counted(db, kind.Level(), question.WithUncounted || await CoverageSetting.ReadAsync(db, ct));
        return counted
            .Where(p => needle == null || p.FindKeys.Contains(needle) || p.ParentName!.Contains(needle) || p.Code.StartsWith(needle))
            .Where(p => !committees.Any(c => c.PlaceId == p.Id && c.Kind == kind && (c.DissolvedOn == null || c.DissolvedOn > today)))
            .OrderBy(p => p.Code).Select(p => new Row(p.Id, p.Name, p.ParentName, p.Code));
    }

    /// <summary>The places of a level that count, within reach.</summary>
    internal static IQueryable<Place> Counted(PortalDb db, PlaceLevel level, bool withTownsAndVillages)
    {
        var (everything, places) = (db.Reach.Everything, db.Reach.Places);
        return db.Places.AsNoTracking().Where(p => p.Level == level && (everything || places.Contains(p.Id)))
            .Where(p => level == PlaceLevel.District || withTownsAndVillages || p.Kind == PlaceKind.Street || p.Kind == PlaceKind.Community);
    }
}
