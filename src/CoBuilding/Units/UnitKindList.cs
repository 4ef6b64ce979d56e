using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>The district's kinds of unit, all of them, in their order.</summary>
internal sealed class UnitKindList
{
    private readonly Dictionary<Guid, DistrictUnitKind> byId;
    private readonly Dictionary<string, DistrictUnitKind> byWord = [];

    private UnitKindList(IReadOnlyList<DistrictUnitKind> all)
    {
        All = all;
        byId = all.ToDictionary(k => k.Id);
        // A word of a retired kind still refers to it if no other kind uses the word.
        foreach (var kind in all.OrderBy(k => k.RetiredOn is not null))
        foreach (var word in kind.Words)
            byWord.TryAdd(SynonymFile.Key(word), kind);
    }

    public IReadOnlyList<DistrictUnitKind> All { get; }

    public IEnumerable<DistrictUnitKind> InUse => All.Where(k => k.RetiredOn is null);

    public static async Task<UnitKindList> ReadAsync(PortalDb db, CancellationToken ct) =>
        new(await db.UnitKinds.AsNoTracking().OrderBy(k => k.Ordinal).ThenBy(k => k.Id).ToListAsync(ct));

    public DistrictUnitKind? Find(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    /// <summary>By its name or another word for it.</summary>
    public DistrictUnitKind? Find(string text) => byWord.GetValueOrDefault(SynonymFile.Key(text));

    /// <summary>The active kind for a standard one; a retired one if there is none.</summary>
    public DistrictUnitKind Of(UnitKind kind) => All.Where(k => k.Kind == kind).MinBy(k => k.RetiredOn is not null)!;
}
