using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Units;

/// <summary>
/// Records that a unit moved out of the district, was dissolved or became part of another; its history stays. Its seats appear among the
/// clerks' to-dos.
/// </summary>
public sealed class EndUnit(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid UnitId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day on which it no longer resides here.</summary>
        public DateOnly? On { get; set; }
        public UnitEndReason? Reason { get; set; }

        /// <summary>Of which unit it became a part.</summary>
        public Guid? IntoId { get; set; }
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Reason).NotNull();
                RuleFor(f => f.IntoId).NotNull().When(f => f.Reason == UnitEndReason.Absorbed);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var unit = await PortalDb.FindAsync(db.Units, form.UnitId, ct);
        await db.ExpectAsync(unit, form.ExpectedVersion, ct);
        var into = form.Reason == UnitEndReason.Absorbed ? await PortalDb.FindAsync(db.Units, form.IntoId!.Value, ct) : null;
        if (into is not null && (into.Id == unit.Id || !into.IsListed || !into.ResidesOn(form.On!.Value)))
            throw UnitsRules.AbsorbedByNoOther(into.Name);
        unit.End(form.On!.Value, form.Reason!.Value, into?.Id);
        if (await ResidenceMoves.NowAsync(db, unit, ct) is { } last)
            db.Residences.Add(last.EndOn(form.NewRowId, form.On.Value, db.Now));
        await db.CommitAsync(ct);
    }
}
