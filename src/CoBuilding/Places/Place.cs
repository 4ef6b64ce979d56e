using CoBuilding.Data;

namespace CoBuilding.Places;

/// <summary>The district, one of its streets and towns, or one of their communities and villages.</summary>
public sealed class Place : Tenanted
{
    public Guid? ParentId { get; init; }
    public required PlaceLevel Level { get; init; }
    public required PlaceKind Kind { get; init; }

    /// <summary>National statistical division code: 6, 9 or 12 digits. Places sort by it.</summary>
    public required string Code { get; init; }
    public required string OfficialName { get; init; }

    /// <summary>The everyday name, without the ending of the residents' or villagers' committee.</summary>
    public required string Name { get; init; }

    /// <summary>The parent's name, stored with the place to avoid a join.</summary>
    public string? ParentName { get; init; }

    /// <summary>Its names as typed, in pinyin and by initials; see <see cref="Texts.Pinyin.FindKeys"/>.</summary>
    [Derived]
    public string FindKeys
    {
        get => Texts.Pinyin.FindKeys(false, Name, OfficialName);
        private set { }
    }
}
