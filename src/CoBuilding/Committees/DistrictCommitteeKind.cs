using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

/// <summary>
/// One of the district's kinds of committee: its name, titles, usual term and range. Rules depend on the standard kind that it stands for.
/// </summary>
public sealed class DistrictCommitteeKind : Tenanted
{
    public const int LongestName = 40;
    public const int LongestTitle = 40;

    public required string Name { get; set; }

    /// <summary>Never changes, since the committees of this kind store it too.</summary>
    public required CommitteeKind Kind { get; init; }

    /// <summary>Where such committees are; null: at any level. Never changes.</summary>
    public PlaceLevel? Level { get; init; }
    public required string ConvenerTitle { get; set; }
    public required string DeputyTitle { get; set; }
    public required string MemberTitle { get; set; }

    /// <summary>The usual length of a term; null where none is usual.</summary>
    public int? TermYears { get; set; }

    /// <summary>The usual number of part-time members: a range that warns and never blocks; null where none is usual.</summary>
    public int? Min { get; set; }
    public int? Max { get; set; }

    /// <summary>A reason is required when the range is exceeded or a double post arises; otherwise it is optional.</summary>
    public bool RequiresReason { get; set; }

    /// <summary>An even number of members, full- and part-time, is pointed out.</summary>
    public bool WarnsEven { get; set; }

    /// <summary>Kinds are offered in this order.</summary>
    public required int Ordinal { get; set; }

    /// <summary>No longer offered from this day; committees keep it.</summary>
    public DateOnly? RetiredOn { get; set; }

    /// <summary>A place has one such committee at a time; of the others it may have several, distinguished by name.</summary>
    public bool IsOnePerPlace => Kind is not (CommitteeKind.Consortium or CommitteeKind.Own);

    /// <summary>Whether this number of members, full- and part-time, is even and the district wants this pointed out.</summary>
    public bool PointsOut(int members) => WarnsEven && members > 0 && members % 2 == 0;

    /// <summary>A kind with the standard Chinese name is translated; other names are shown as entered.</summary>
    public static string Say(CommitteeKind kind, string name) => name == StandardCommitteeKinds.NameOf(kind) ? Wording.T(kind) : name;

    public string Said => Say(Kind, Name);

    public string TitleOf(SeatRole role) =>
        role switch
        {
            SeatRole.Convener => ConvenerTitle,
            SeatRole.Deputy => DeputyTitle,
            _ => MemberTitle,
        };

    /// <summary>
    /// How a place's committee of this kind is likely to be called: an overlap between the end of the place's name and the start of the
    /// kind is written once.
    /// </summary>
    public string NameAt(string place)
    {
        if (Name == StandardCommitteeKinds.NameOf(Kind))
            return Wording.T("Committees.NameOf_" + Kind, place);
        var twice = Enumerable
            .Range(0, Math.Min(place.Length, Name.Length) + 1)
            .Last(n => place.EndsWith(Name[..n], StringComparison.Ordinal));
        return place + Name[twice..];
    }

    /// <summary>By its id or, if no id is given, the first active kind that stands for the standard kind.</summary>
    /// <exception cref="NotFound">There is none.</exception>
    internal static async Task<DistrictCommitteeKind> FindAsync(PortalDb db, Guid? id, CommitteeKind? kind, CancellationToken ct) =>
        await db
            .CommitteeKinds.AsNoTracking()
            .Where(k => id == null ? k.Kind == kind : k.Id == id)
            .OrderBy(k => k.RetiredOn != null)
            .ThenBy(k => k.Ordinal)
            .ThenBy(k => k.Id)
            .FirstOrDefaultAsync(ct)
        ?? throw new NotFound();

    /// <exception cref="RuleBroken">It is retired already.</exception>
    public void Retire(DateOnly on)
    {
        if (RetiredOn is not null)
            throw CommitteeKindsRules.AlreadyRetired();
        RetiredOn = on;
    }

    /// <exception cref="RuleBroken">It is not retired.</exception>
    public void Revive()
    {
        if (RetiredOn is null)
            throw CommitteeKindsRules.NotRetired();
        RetiredOn = null;
    }
}
