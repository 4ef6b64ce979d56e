using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>The places of a kind's level that have no committee of that kind yet.</summary>
public sealed class ListUncovered(Door door)
{
    public sealed record Question : ListQuestion
    {
        /// <summary>One of the district's own kinds; null: the first that stands for <see cref="Kind"/>.</summary>
        public Guid? KindId { get; init; }
        public CommitteeKind Kind { get; init; } = CommitteeKind.BigWorking;

        /// <summary>Only places without one in preparation, for starting a preparation.</summary>
        public bool OnlyFree { get; init; }

        /// <summary>Also the towns, townships and villages that the district does not count.</summary>
        public bool WithUncounted { get; init; }
    }

    /// <param name="IsPrepared">One is on its way.</param>
    public sealed record Row(Guid PlaceId, string Name, string? Street, string Code, bool IsPrepared);

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        return await (await RowsAsync(db, question, await KindAsync(db, question, ct), ct)).PageAsync(question, ct);
    }

    internal static Task<DistrictCommitteeKind> KindAsync(PortalDb db, Question question, CancellationToken ct) =>
        DistrictCommitteeKind.FindAsync(db, question.KindId, question.Kind, ct);

    /// <summary>For kinds of which a place may have several: all places of the level.</summary>
    internal static async Task<IQueryable<Row>> RowsAsync(PortalDb db, Question question, DistrictCommitteeKind kind, CancellationToken ct)
    {
        var (committees, today, kindId, mayHaveMore, needle) = (
            db.Committees,
            db.Today,
            kind.Id,
            !kind.IsOnePerPlace,
            question.NameNeedle()
        );
        var counted = Counted(db, kind.Level, question.WithUncounted || await CoverageSetting.ReadAsync(db, ct));
        return counted
            .Where(p => needle == null || p.FindKeys.Contains(needle) || p.ParentName!.Contains(needle) || p.Code.StartsWith(needle))
            .Where(p =>
                mayHaveMore
                || !committees.Any(c =>
                    c.PlaceId == p.Id
                    && c.KindId == kindId
                    && (c.DissolvedOn == null || c.DissolvedOn > today)
                    && (question.OnlyFree || c.EstablishedOn <= today)
                )
            )
            .OrderBy(p => p.Code)
            .Select(p => new Row(
                p.Id,
                p.Name,
                p.ParentName,
                p.Code,
                committees.Any(c =>
                    c.PlaceId == p.Id && c.KindId == kindId && c.DissolvedOn == null && (c.EstablishedOn == null || c.EstablishedOn > today)
                )
            ));
    }

    /// <summary>The places of a level, or of any, that count, within reach.</summary>
    internal static IQueryable<Place> Counted(PortalDb db, PlaceLevel? level, bool withTownsAndVillages)
    {
        var (everything, places) = (db.Reach.Everything, db.Reach.Places);
        return db
            .Places.AsNoTracking()
            .Where(p => (level == null || p.Level == level) && (everything || places.Contains(p.Id)))
            .Where(p =>
                p.Level == PlaceLevel.District || withTownsAndVillages || p.Kind == PlaceKind.Street || p.Kind == PlaceKind.Community
            );
    }
}
