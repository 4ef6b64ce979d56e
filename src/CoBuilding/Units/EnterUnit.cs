using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Units;

/// <summary>Enters a unit that resides in a street or community within reach.</summary>
public sealed class EnterUnit(Door door)
{
    public record Form : WritingForm
    {
        public Guid UnitId { get; init; } = Guid.CreateVersion7();
        public string Name { get; set; } = "";
        public string? ShortName { get; set; }
        public UnitKind? Kind { get; set; }
        public Guid? PlaceId { get; set; }
        public string? SuperiorOrganization { get; set; }
        public PartyOrganizationKind PartyOrganization { get; set; }
        public string? Address { get; set; }
        public string? Remark { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Name).NotEmpty().MaximumLength(100).Matches(@"^[^\p{Cc}]*$").WithMessage(_ => Texts.Wording.T("Units.NoControlCharacters"));
                RuleFor(f => f.ShortName).MaximumLength(30);
                RuleFor(f => f.Kind).NotNull();
                RuleFor(f => f.PlaceId).NotNull();
                RuleFor(f => f.SuperiorOrganization).MaximumLength(100);
                RuleFor(f => f.Address).MaximumLength(200);
                RuleFor(f => f.Remark).MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepUnits, form, ct);
        var place = await ResidenceAsync(db, form.PlaceId!.Value, ct);
        var unit = new ResidentUnit { Id = form.UnitId, Name = "", Kind = UnitKind.Other, PlaceId = place.Id };
        form.WriteTo(unit);
        db.Units.Add(unit);
        await db.CommitAsync(ct);
    }

    /// <summary>A unit resides in a street or a community, and in one that the clerk answers for.</summary>
    internal static async Task<Place> ResidenceAsync(PortalDb db, Guid placeId, CancellationToken ct)
    {
        var place = await PortalDb.FindAsync(db.Places, placeId, ct);
        if (place.Level == PlaceLevel.District) throw UnitsRules.ResidesInStreet();
        if (!db.Reach.Everything && !db.Reach.Places.Contains(place.Id)) throw UnitsRules.OutsideTerritory(place.Name);
        return place;
    }
}

internal static class UnitForms
{
    public static void WriteTo(this EnterUnit.Form form, ResidentUnit unit)
    {
        unit.Name = form.Name.Trim();
        unit.ShortName = form.ShortName.OrNull();
        unit.Kind = form.Kind!.Value;
        unit.SuperiorOrganization = form.SuperiorOrganization.OrNull();
        unit.PartyOrganization = form.PartyOrganization;
        unit.Address = form.Address.OrNull();
        unit.Remark = form.Remark.OrNull();
    }
}
