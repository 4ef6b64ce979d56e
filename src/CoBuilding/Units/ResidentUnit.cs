using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Units.Duplicates;
using CoBuilding.Units.UnitKinds;

namespace CoBuilding.Units;

/// <summary>
/// The standard kind of a resident unit, on which rules depend; the district's own name is in <see cref="DistrictUnitKind"/>.
/// </summary>
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

/// <summary>The unit's own Party organization; a unit without one is represented by its head.</summary>
public enum PartyOrganizationKind
{
    None,
    Branch,
    GeneralBranch,
    Committee,
    LeadingGroup,
}

/// <summary>Why a unit no longer resides here.</summary>
public enum UnitEndReason
{
    /// <summary>To a place outside the district.</summary>
    MovedOut,
    Dissolved,

    /// <summary>It became part of another unit.</summary>
    Absorbed,
    Other,
}

/// <summary>A unit that resides in a place and usually belongs to another hierarchy.</summary>
public sealed class ResidentUnit : Tenanted
{
    public required string Name { get; set; }
    public string? ShortName { get; set; }

    /// <summary>The kind as named by the district; set with <see cref="Kind"/> by <see cref="Become"/>.</summary>
    public Guid KindId { get; set; }

    /// <summary>The standard kind that <see cref="KindId"/> stands for.</summary>
    public UnitKind Kind { get; set; }

    /// <summary>Where it resides: a street or a community. Its affiliation is <see cref="SuperiorOrganization"/>.</summary>
    public required Guid PlaceId { get; set; }
    public string? SuperiorOrganization { get; set; }
    public PartyOrganizationKind PartyOrganization { get; set; }
    public string? Address { get; set; }

    /// <summary>A military unit agreed to storing and showing its people's names.</summary>
    public bool ShowsPersonalNames { get; set; }

    /// <summary>The contact person for everyday matters.</summary>
    public Guid? LiaisonOfficerId { get; set; }
    public string? Remark { get; set; }

    /// <summary>The first day on which it no longer resides here.</summary>
    public DateOnly? EndedOn { get; set; }
    public UnitEndReason? EndReason { get; set; }

    /// <summary>Of which unit it became a part.</summary>
    public Guid? AbsorbedById { get; set; }

    /// <summary>This record is a duplicate: the survivor is shown in lists and includes its data.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Both names as typed, in pinyin and by initials; see <see cref="Pinyin.FindKeys"/>.</summary>
    [Derived] public string FindKeys { get => Pinyin.FindKeys(false, Name, ShortName); private set { } }
    [Derived] public string SortKey { get => Pinyin.SortKey(Name, false); private set { } }
    [Derived] public string StrokeKey { get => Pinyin.StrokeKey(Name); private set { } }

    /// <summary>The normalized name for finding duplicates; see <see cref="UnitKindWords.Alike"/>.</summary>
    [Derived] public string AlikeKey { get => UnitKindWords.Alike(Name); private set { } }
    [Derived] public string? ShortAlikeKey { get => ShortName is null ? null : UnitKindWords.Alike(ShortName); private set { } }

    public string DisplayName => string.IsNullOrEmpty(ShortName) ? Name : ShortName;

    /// <summary>Its people bear their posts instead of names; see <see cref="Designation"/>.</summary>
    public bool WithholdsNames => Kind == UnitKind.Military && !ShowsPersonalNames;

    public void Become(DistrictUnitKind kind) => (KindId, Kind) = (kind.Id, kind.Kind);

    /// <summary>Lists and pickers show it.</summary>
    public bool IsListed => MergedIntoId is null;

    public bool ResidesOn(DateOnly day) => EndedOn is null || EndedOn > day;

    /// <param name="into">The unit of which it became a part, where that is the reason.</param>
    /// <exception cref="RuleBroken">It ended already.</exception>
    public void End(DateOnly on, UnitEndReason reason, Guid? into)
    {
        if (EndedOn is not null) throw UnitsRules.AlreadyEnded();
        (EndedOn, EndReason, AbsorbedById) = (on, reason, reason == UnitEndReason.Absorbed ? into : null);
    }

    /// <exception cref="RuleBroken">One of the two is such a record already, or both are the same.</exception>
    public void MergeInto(ResidentUnit other)
    {
        if (other.Id == Id) throw DuplicatesRules.SameRecord();
        if (MergedIntoId is not null) throw DuplicatesRules.AlreadyMerged(Name);
        if (other.MergedIntoId is not null) throw DuplicatesRules.AlreadyMerged(other.Name);
        MergedIntoId = other.Id;
    }

    /// <exception cref="RuleBroken">It is not merged.</exception>
    public void Unmerge()
    {
        if (MergedIntoId is null) throw DuplicatesRules.NotMerged(Name);
        MergedIntoId = null;
    }
}

/// <summary>A person, visible to the whole district by name and post; the mobile number only within reach.</summary>
public sealed class Person : Tenanted
{
    public required string Name { get; set; }

    /// <summary>Optional; shown masked, whole only at a click that is journaled.</summary>
    [Secret] public string? Mobile { get; set; }

    /// <summary>Optional; handled like the number.</summary>
    [Secret] public string? Email { get; set; }

    /// <summary>This record is a duplicate: the survivor is shown in lists and includes its data.</summary>
    public Guid? MergedIntoId { get; set; }

    [Derived] public string FindKeys { get => Pinyin.FindKeys(true, Name); private set { } }
    [Derived] public string SortKey { get => Pinyin.SortKey(Name, true); private set { } }
    [Derived] public string StrokeKey { get => Pinyin.StrokeKey(Name); private set { } }

    /// <summary>There is one number and one e-mail address for one person: the survivor's own or, where it has none, this record's.</summary>
    /// <exception cref="RuleBroken">One of the two is such a record already, or both are the same.</exception>
    public void MergeInto(Person other)
    {
        if (other.Id == Id) throw DuplicatesRules.SameRecord();
        if (MergedIntoId is not null) throw DuplicatesRules.AlreadyMerged(Name);
        if (other.MergedIntoId is not null) throw DuplicatesRules.AlreadyMerged(other.Name);
        (MergedIntoId, other.Mobile, Mobile) = (other.Id, other.Mobile ?? Mobile, null);
        (other.Email, Email) = (other.Email ?? Email, null);
    }

    /// <exception cref="RuleBroken">It is not merged.</exception>
    public void Unmerge()
    {
        if (MergedIntoId is null) throw DuplicatesRules.NotMerged(Name);
        MergedIntoId = null;
    }

    /// <summary>138****5678; null when there is no number.</summary>
    public static string? Mask(string? mobile) => mobile is { Length: >= 7 } ? $"{mobile[..3]}****{mobile[^4..]}" : mobile is null ? null : "****";

    /// <summary>z****@example.cn; null when there is no address.</summary>
    public static string? MaskEmail(string? email) => email is null ? null : $"{email[0]}****{email[email.IndexOf('@', StringComparison.Ordinal)..]}";
}

/// <summary>A person's dated post at a unit, or at the office of a place.</summary>
public sealed class Post : Tenanted
{
    public required Guid PersonId { get; init; }
    public Guid? UnitId { get; set; }

    /// <summary>The duplicate record of the unit under which the post was entered; it goes back there if the merging is undone.</summary>
    public Guid? EnteredAtUnitId { get; set; }

    /// <summary>The unit's place, or the place of the office.</summary>
    public required Guid PlaceId { get; set; }
    public required string Title { get; set; }

    /// <summary>The unit's Party secretary: a seat that follows the post is held by whoever holds this one.</summary>
    public bool IsSecretary { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    public bool IsCurrent(DateOnly day) => From <= day && (Until is null || Until > day);

    /// <summary>The record of the unit is merged into another one, of the same unit.</summary>
    public void MoveTo(ResidentUnit unit)
    {
        (EnteredAtUnitId, UnitId, PlaceId) = (EnteredAtUnitId ?? UnitId, unit.Id, unit.PlaceId);
        if (EnteredAtUnitId == UnitId) EnteredAtUnitId = null;
    }
}
