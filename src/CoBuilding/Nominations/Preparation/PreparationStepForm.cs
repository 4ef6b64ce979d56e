using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Nominations.Preparation;

/// <summary>The common form of preparation steps: committee and version, day, document and note.</summary>
public abstract record PreparationStepForm : WritingForm
{
    public Guid CommitteeId { get; init; }
    public long ExpectedVersion { get; init; }
    public DateOnly? On { get; set; }
    public string? DocumentNumber { get; set; }
    public string? Remark { get; set; }

    internal StepDetails Note(DateTimeOffset now) => new(On!.Value, now, DocumentNumber.OrNull(), Remark.OrNull());

    internal async Task<Committee> FindAsync(PortalDb db, CancellationToken ct)
    {
        var committee = await PortalDb.FindAsync(db.Committees, CommitteeId, ct);
        await db.ExpectAsync(committee, ExpectedVersion, ct);
        return committee;
    }

    /// <exception cref="RuleBroken">The actor is not responsible for the level above.</exception>
    internal static async Task CheckLevelAboveAsync(PortalDb db, Committee committee, CancellationToken ct)
    {
        if (!LevelAbove.IsWithin(db, await PortalDb.FindAsync(db.Places, committee.PlaceId, ct)))
            throw LifecycleRules.NotLevelAbove();
    }

    internal static void Check<T>(AbstractValidator<T> shape)
        where T : PreparationStepForm
    {
        shape.RuleFor(f => f.On).NotNull();
        shape.RuleFor(f => f.DocumentNumber).MaximumLength(60);
        shape.RuleFor(f => f.Remark).MaximumLength(500);
    }
}
