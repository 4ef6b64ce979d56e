using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Places.PartyChain;

/// <summary>Enters a Party organization of a street or community within reach and, where it is known, how many members it has.</summary>
public sealed class EnterPartyOrganization(Door door)
{
    public sealed record Form : PartyOrganizationForm
    {
        public override Guid OrganizationId { get; init; } = Guid.CreateVersion7();
        public Guid CountId { get; init; } = Guid.CreateVersion7();
        public Guid PlaceId { get; init; }

        /// <summary>Null: not counted yet.</summary>
        public int? Members { get; set; }
        public DateOnly? AsOf { get; set; }

        internal new sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Include(new PartyOrganizationForm.Shape());
                RuleFor(f => f.Members).MemberCount();
                RuleFor(f => f.AsOf).NotNull().When(f => f.Members is not null);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManagePartyChain, form, ct);
        var place = await PlaceAsync(db, form.PlaceId, ct);
        var organization = new PartyOrganization
        {
            Id = form.OrganizationId,
            PlaceId = place.Id,
            Kind = form.Kind!.Value,
            Name = form.Name.Trim(),
            EstablishedOn = form.EstablishedOn,
        };
        organization.StandBelow(form.SuperiorId is { } id ? await PortalDb.FindAsync(db.PartyOrganizations, id, ct) : null, place);
        db.PartyOrganizations.Add(organization);
        if (form.Members is { } members)
            db.MemberCounts.Add(organization.Count(form.CountId, form.AsOf!.Value, members, db.Today, db.Now));
        await db.CommitAsync(ct);
    }

    /// <summary>Streets and communities have their own chain, managed by the staff responsible for the place.</summary>
    internal static async Task<Place> PlaceAsync(PortalDb db, Guid placeId, CancellationToken ct)
    {
        var place = await PortalDb.FindAsync(db.Places, placeId, ct);
        if (!db.Reach.Everything && !db.Reach.Places.Contains(place.Id))
            throw new NotFound();
        if (place.Level == PlaceLevel.District)
            throw PartyChainRules.HasNoChain();
        return place;
    }
}
