using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Units;

/// <summary>
/// A unit moves to another place of the district on a day; where it was before stays on record. Its people and accounts move along, and its
/// seats
/// stay until the bodies decide about them. A place that was entered wrongly is corrected by <see cref="EditUnit"/> instead.
/// </summary>
public sealed class MoveUnit(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid UnitId { get; init; }
        public long ExpectedVersion { get; init; }
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();
        public Guid ResidenceId { get; init; } = Guid.CreateVersion7();
        public Guid? PlaceId { get; set; }

        /// <summary>The first day at the new place: today or before.</summary>
        public DateOnly? On { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.PlaceId).NotNull();
                RuleFor(f => f.On).NotNull();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var unit = await PortalDb.FindAsync(db.Units, form.UnitId, ct);
        await db.ExpectAsync(unit, form.ExpectedVersion, ct);
        var place = await EnterUnit.ResidenceAsync(db, form.PlaceId!.Value, ct);
        if (!unit.IsListed || unit.EndedOn is not null)
            throw ResidencesRules.HasLeft();
        if (place.Id == unit.PlaceId)
            throw ResidencesRules.MovesNowhere(place.Name);
        if (form.On > db.Today)
            throw ResidencesRules.MovesLater();
        var before = await ResidenceMoves.NowAsync(db, unit, ct);
        db.Residences.Add(
            before?.EndOn(form.NewRowId, form.On!.Value, db.Now)
                ?? new Residence
                {
                    Id = form.NewRowId,
                    UnitId = unit.Id,
                    PlaceId = unit.PlaceId,
                    Until = form.On,
                    RecordedAt = db.Now,
                }
        );
        db.Residences.Add(
            new Residence
            {
                Id = form.ResidenceId,
                UnitId = unit.Id,
                PlaceId = place.Id,
                From = form.On,
                RecordedAt = db.Now,
            }
        );
        await ResidenceMoves.MoveAlongAsync(db, unit, place, ct);
        await db.CommitAsync(ct);
    }
}
