using System.Text.RegularExpressions;
using CoBuilding.Data;

namespace CoBuilding.Places;

/// <summary>A tenant. This table is not tenanted: the list of districts is public.</summary>
public sealed class District
{
    public required Guid Id { get; init; }

    /// <summary>The first segment of the district's URLs, e.g. <c>ganjingzi</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Six digits of the national statistical division code.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Demo data; every page states this.</summary>
    public bool IsDemo { get; init; }
}

/// <summary>The format of a district's URL segment.</summary>
public static partial class DistrictSlug
{
    /// <summary>First segments that lead outside the districts.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["health", "districts", "preferences"];

    public static bool IsFit(string slug) => Shape().IsMatch(slug) && !Reserved.Contains(slug);

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{1,39}\z")]
    private static partial Regex Shape();
}

public enum PlaceLevel
{
    District,
    Street,
    Community,
}

/// <summary>What a place is by its official name.</summary>
public enum PlaceKind
{
    District,
    County,
    CountyCity,
    Street,
    Town,
    Township,
    Community,
    Village,
    Other,
}

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
    [Derived] public string FindKeys { get => Texts.Pinyin.FindKeys(false, Name, OfficialName); private set { } }
}
