using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Committees.Lifecycle;

/// <summary>The common form fields of a new committee, whether recorded as established or prepared.</summary>
public abstract record NewCommittee : WritingForm
{
    public Guid CommitteeId { get; init; } = Guid.CreateVersion7();

    /// <summary>One of the district's own kinds.</summary>
    public Guid? KindId { get; set; }

    /// <summary>For callers without the district's own kinds: the standard kind.</summary>
    public CommitteeKind? Kind { get; init; }
    public Guid? PlaceId { get; set; }
    public string Name { get; set; } = "";

    /// <exception cref="RuleBroken">The kind is retired, or belongs to another level.</exception>
    internal async Task<Committee> MakeAsync(PortalDb db, CancellationToken ct)
    {
        var place = await PortalDb.FindAsync(db.Places, PlaceId!.Value, ct);
        var kind = await DistrictCommitteeKind.FindAsync(db, KindId, Kind, ct);
        if (kind.RetiredOn is not null)
            throw CommitteeKindsRules.KindIsRetired(kind.Said);
        if (kind.Level is { } level && place.Level != level)
            throw CommitteesRules.WrongLevel();
        return new Committee
        {
            Id = CommitteeId,
            KindId = kind.Id,
            Kind = kind.Kind,
            PlaceId = place.Id,
            Level = place.Level,
            Name = Name.Trim(),
        };
    }

    internal static void Check<T>(AbstractValidator<T> shape)
        where T : NewCommittee
    {
        shape.RuleFor(f => f.KindId).NotNull().When(f => f.Kind is null);
        shape.RuleFor(f => f.PlaceId).NotNull();
        shape.RuleFor(f => f.Name).NotEmpty().MaximumLength(100);
    }
}
