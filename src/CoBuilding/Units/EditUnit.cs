using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Units;

/// <summary>Corrects the data of a unit, including a wrong place. For a move use <see cref="MoveUnit"/>.</summary>
public sealed class EditUnit(Door door)
{
    public sealed record Form : EnterUnit.Form
    {
        public override Guid UnitId { get; init; }

        /// <summary>The version that the form was filled from.</summary>
        public long ExpectedVersion { get; init; }
        public Guid ResidenceId { get; init; } = Guid.CreateVersion7();

        internal new sealed class Shape : FluentValidation.AbstractValidator<Form>
        {
            public Shape() => Include(new EnterUnit.Form.Shape());
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var unit = await PortalDb.FindAsync(db.Units, form.UnitId, ct);
        await db.ExpectAsync(unit, form.ExpectedVersion, ct);
        var place = await EnterUnit.ResidenceAsync(db, form.PlaceId!.Value, ct);
        var withheld = unit.WithholdsNames;
        form.WriteTo(unit, await EnterUnit.KindAsync(db, form, ct));
        if (unit.WithholdsNames && !withheld)
            await Designation.ReplaceNamesAsync(db, unit, ct);
        if (unit.PlaceId != place.Id)
        {
            if (await ResidenceMoves.NowAsync(db, unit, ct) is { } wrong)
                db.Residences.Add(wrong.CorrectTo(form.ResidenceId, place.Id, db.Now));
            await ResidenceMoves.MoveAlongAsync(db, unit, place, ct);
        }
        await db.CommitAsync(ct);
    }
}
