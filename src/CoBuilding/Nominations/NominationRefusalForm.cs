using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Nominations;

/// <summary>The common form of refusals: a nomination with its version, day, document and reason.</summary>
public abstract record NominationRefusalForm : WritingForm
{
    public Guid NominationId { get; init; }
    public long ExpectedVersion { get; init; }
    public DateOnly? On { get; set; }
    public string? DocumentNumber { get; set; }
    public string Reason { get; set; } = "";

    internal StepDetails Note(DateTimeOffset now) => new(On!.Value, now, DocumentNumber.OrNull(), Reason.Trim());

    internal async Task<Nomination> FindAsync(PortalDb db, CancellationToken ct)
    {
        var nomination = await PortalDb.FindAsync(db.Nominations, NominationId, ct);
        await db.ExpectAsync(nomination, ExpectedVersion, ct);
        return nomination;
    }

    internal static void Check<T>(AbstractValidator<T> shape)
        where T : NominationRefusalForm
    {
        shape.RuleFor(f => f.On).NotNull();
        shape.RuleFor(f => f.DocumentNumber).MaximumLength(60);
        shape.RuleFor(f => f.Reason).NotEmpty().MaximumLength(500);
    }
}
