using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Units;

/// <summary>Records that a unit moved away or was dissolved; its history stays.</summary>
public sealed class EndUnit(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid UnitId { get; init; }
        public long Seen { get; init; }

        /// <summary>The first day on which it resides here no longer.</summary>
        public DateOnly? On { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.On).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepUnits, form, ct);
        var unit = await PortalDb.FindAsync(db.Units, form.UnitId, ct);
        await db.ExpectAsync(unit, form.Seen, ct);
        unit.End(form.On!.Value);
        await db.CommitAsync(ct);
    }
}
