using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Units;

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
    [Derived]
    public string FindKeys
    {
        get => Pinyin.FindKeys(false, Name, ShortName);
        private set { }
    }

    [Derived]
    public string SortKey
    {
        get => Pinyin.SortKey(Name, false);
        private set { }
    }

    [Derived]
    public string StrokeKey
    {
        get => Pinyin.StrokeKey(Name);
        private set { }
    }

    /// <summary>The normalized name for finding duplicates; see <see cref="UnitKindWords.Alike"/>.</summary>
    [Derived]
    public string AlikeKey
    {
        get => UnitKindWords.Alike(Name);
        private set { }
    }

    [Derived]
    public string? ShortAlikeKey
    {
        get => ShortName is null ? null : UnitKindWords.Alike(ShortName);
        private set { }
    }

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
        if (EndedOn is not null)
            throw UnitsRules.AlreadyEnded();
        (EndedOn, EndReason, AbsorbedById) = (on, reason, reason == UnitEndReason.Absorbed ? into : null);
    }

    /// <exception cref="RuleBroken">One of the two is such a record already, or both are the same.</exception>
    public void MergeInto(ResidentUnit other)
    {
        if (other.Id == Id)
            throw DuplicatesRules.SameRecord();
        if (MergedIntoId is not null)
            throw DuplicatesRules.AlreadyMerged(Name);
        if (other.MergedIntoId is not null)
            throw DuplicatesRules.AlreadyMerged(other.Name);
        MergedIntoId = other.Id;
    }

    /// <exception cref="RuleBroken">It is not merged.</exception>
    public void Unmerge()
    {
        if (MergedIntoId is null)
            throw DuplicatesRules.NotMerged(Name);
        MergedIntoId = null;
    }
}
