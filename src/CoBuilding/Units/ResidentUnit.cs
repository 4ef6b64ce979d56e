using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Units.UnitKinds;

namespace CoBuilding.Units;

/// <summary>What a resident unit is by the standard that rules know; how the district calls it is <see cref="DistrictUnitKind"/>.</summary>
public enum UnitKind
{
    Government,
    PublicInstitution,
    StateEnterprise,
    PrivateEnterprise,
    SocialOrganization,
    School,
    Hospital,
    Bank,
    Police,
    FireAndEmergency,
    Military,
    VerticalAgency,
    PropertyCompany,
    ParkOrBuilding,
    VillageCollective,
    Other,
}

/// <summary>The unit's own Party organization; a unit without one joins by its head.</summary>
public enum PartyOrganizationKind
{
    None,
    Branch,
    GeneralBranch,
    Committee,
    LeadingGroup,
}

/// <summary>A unit that resides in a place and usually belongs to another hierarchy: it is invited, never instructed.</summary>
public sealed class ResidentUnit : Tenanted
{
    public required string Name { get; set; }
    public string? ShortName { get; set; }

    /// <summary>The kind by the district's own words; set with <see cref="Kind"/> by <see cref="Become"/>.</summary>
    public Guid KindId { get; set; }

    /// <summary>The standard kind that <see cref="KindId"/> stands for.</summary>
    public UnitKind Kind { get; set; }

    /// <summary>Where it resides: a street or a community. To whom it belongs is <see cref="SuperiorOrganization"/>.</summary>
    public required Guid PlaceId { get; set; }
    public string? SuperiorOrganization { get; set; }
    public PartyOrganizationKind PartyOrganization { get; set; }
    public string? Address { get; set; }

    /// <summary>A military unit agreed that its people's names are kept here and stand in lists and papers.</summary>
    public bool ShowsPersonalNames { get; set; }

    /// <summary>Who answers for the secretary day by day.</summary>
    public Guid? LiaisonOfficerId { get; set; }
    public string? Remark { get; set; }

    /// <summary>The first day on which it resides here no longer.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Both names as typed, in pinyin and by initials; see <see cref="Pinyin.FindKeys"/>.</summary>
    [Derived] public string FindKeys { get => Pinyin.FindKeys(false, Name, ShortName); private set { } }
    [Derived] public string SortKey { get => Pinyin.SortKey(Name, false); private set { } }

    public string DisplayName => string.IsNullOrEmpty(ShortName) ? Name : ShortName;

    /// <summary>Its people bear their posts instead of names; see <see cref="Designation"/>.</summary>
    public bool WithholdsNames => Kind == UnitKind.Military && !ShowsPersonalNames;

    public void Become(DistrictUnitKind kind) => (KindId, Kind) = (kind.Id, kind.Kind);

    public bool IsHere(DateOnly day) => EndedOn is null || EndedOn > day;

    /// <exception cref="RuleBroken">It ended already.</exception>
    public void End(DateOnly on)
    {
        if (EndedOn is not null) throw UnitsRules.AlreadyEnded();
        EndedOn = on;
    }
}

/// <summary>A person, known to the whole district by name and post; the mobile number within reach alone.</summary>
public sealed class Person : Tenanted
{
    public required string Name { get; set; }

    /// <summary>Optional; shown masked, whole only at a click that is journaled.</summary>
    [Secret] public string? Mobile { get; set; }

    [Derived] public string FindKeys { get => Pinyin.FindKeys(true, Name); private set { } }
    [Derived] public string SortKey { get => Pinyin.SortKey(Name, true); private set { } }

    /// <summary>138****5678; null when there is no number.</summary>
    public static string? Mask(string? mobile) => mobile is { Length: >= 7 } ? $"{mobile[..3]}****{mobile[^4..]}" : mobile is null ? null : "****";
}

/// <summary>A person's dated post at a unit, or at the office of a place.</summary>
public sealed class Post : Tenanted
{
    public required Guid PersonId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>The unit's place, or the place of the office.</summary>
    public required Guid PlaceId { get; set; }
    public required string Title { get; set; }

    /// <summary>The unit's Party secretary: a seat that follows the post is held by whoever holds this one.</summary>
    public bool IsSecretary { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    public bool IsCurrent(DateOnly day) => From <= day && (Until is null || Until > day);
}
