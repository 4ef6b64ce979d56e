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
        public virtual Guid UnitId { get; init; } = Guid.CreateVersion7();
        public string Name { get; set; } = "";
        public string? ShortName { get; set; }

        /// <summary>One of the district's own kinds.</summary>
        public Guid? KindId { get; set; }

        /// <summary>For callers without the district's own kinds: the standard kind.</summary>
        public UnitKind? Kind { get; init; }
        public Guid? PlaceId { get; set; }
        public string? SuperiorOrganization { get; set; }
        public PartyOrganizationKind PartyOrganization { get; set; }
        public string? Address { get; set; }
        public string? Remark { get; set; }

        /// <summary>For a military unit: it agreed to storing its people's names.</summary>
        public bool ShowsPersonalNames { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Name)
                    .NotEmpty()
                    .MaximumLength(100)
                    .Matches(@"^[^\p{Cc}]*$")
                    .WithMessage(_ => Texts.Wording.T("Units.NoControlCharacters"));
                RuleFor(f => f.ShortName).MaximumLength(30);
                RuleFor(f => f.KindId).NotNull().When(f => f.Kind is null);
                RuleFor(f => f.PlaceId).NotNull();
                RuleFor(f => f.SuperiorOrganization).MaximumLength(100);
                RuleFor(f => f.Address).MaximumLength(200);
                RuleFor(f => f.Remark).MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var place = await ResidenceAsync(db, form.PlaceId!.Value, ct);
        var unit = new ResidentUnit
        {
            Id = form.UnitId,
            Name = "",
            PlaceId = place.Id,
        };
        form.WriteTo(unit, await KindAsync(db, form, ct));
        db.Units.Add(unit);
        await db.CommitAsync(ct);
    }

    /// <summary>A unit resides in a street or a community, and in one that the clerk answers for.</summary>
    internal static async Task<Place> ResidenceAsync(PortalDb db, Guid placeId, CancellationToken ct)
    {
        var place = await PortalDb.FindAsync(db.Places, placeId, ct);
        if (place.Level == PlaceLevel.District)
            throw UnitsRules.ResidesInStreet();
        if (!db.Reach.Everything && !db.Reach.Places.Contains(place.Id))
            throw UnitsRules.OutsideTerritory(place.Name);
        return place;
    }

    internal static async Task<DistrictUnitKind> KindAsync(PortalDb db, Form form, CancellationToken ct)
    {
        var kinds = await UnitKindList.ReadAsync(db, ct);
        return form.KindId is null ? kinds.Of(form.Kind!.Value) : kinds.Find(form.KindId) ?? throw new NotFound();
    }
}
