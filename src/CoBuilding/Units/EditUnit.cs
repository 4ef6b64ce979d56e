using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>Changes what is known of a unit. When it moves to another place, what hangs on it moves along.</summary>
public sealed class EditUnit(Door door)
{
    public sealed record Form : EnterUnit.Form
    {
        /// <summary>The version that the form was filled from.</summary>
        public long Seen { get; init; }

        internal new sealed class Shape : FluentValidation.AbstractValidator<Form>
        {
            public Shape() => Include(new EnterUnit.Form.Shape());
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepUnits, form, ct);
        var unit = await PortalDb.FindAsync(db.Units, form.UnitId, ct);
        await db.ExpectAsync(unit, form.Seen, ct);
        var place = await EnterUnit.ResidenceAsync(db, form.PlaceId!.Value, ct);
        var withheld = unit.WithholdsNames;
        form.WriteTo(unit, await EnterUnit.KindAsync(db, form, ct));
        if (unit.WithholdsNames && !withheld) await Designation.ReplaceNamesAsync(db, unit, ct);
        if (unit.PlaceId != place.Id)
        {
            unit.PlaceId = place.Id;
            foreach (var post in await db.Posts.Where(p => p.UnitId == unit.Id).ToListAsync(ct)) post.PlaceId = place.Id;
            foreach (var grant in await db.Grants.Where(g => g.UnitId == unit.Id).ToListAsync(ct)) grant.PlaceId = place.Id;
            foreach (var account in await db.Accounts.Where(a => a.UnitId == unit.Id).ToListAsync(ct)) account.PlaceId = place.Id;
        }
        await db.CommitAsync(ct);
    }
}
