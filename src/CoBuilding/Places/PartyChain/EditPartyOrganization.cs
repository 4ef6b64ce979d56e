using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.PartyChain;

/// <summary>Changes an organization's kind, name or superior, as when a general branch becomes a committee.</summary>
public sealed class EditPartyOrganization(Door door)
{
    public sealed record Form : PartyOrganizationForm
    {
        public override Guid OrganizationId { get; init; }

        /// <summary>The version that the form was filled from.</summary>
        public long ExpectedVersion { get; init; }

        internal new sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => Include(new PartyOrganizationForm.Shape());
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManagePartyChain, form, ct);
        var organization = await PortalDb.FindAsync(db.PartyOrganizations, form.OrganizationId, ct);
        await db.ExpectAsync(organization, form.ExpectedVersion, ct);
        var kind = form.Kind!.Value;
        var below = await db
            .PartyOrganizations.AsNoTracking()
            .NotEndedBy(db.Today)
            .Where(o => o.SuperiorId == organization.Id)
            .OrderBy(o => o.Id)
            .ToListAsync(ct);
        if (below.Find(o => !o.Kind.MayStandBelow(kind)) is { } misfit)
            throw PartyChainRules.SubordinateOfWrongKind(misfit.Name);
        (organization.Kind, organization.Name, organization.EstablishedOn) = (kind, form.Name.Trim(), form.EstablishedOn);
        var superior = form.SuperiorId is { } id ? await PortalDb.FindAsync(db.PartyOrganizations, id, ct) : null;
        organization.StandBelow(superior, await PortalDb.FindAsync(db.Places, organization.PlaceId, ct));
        await db.CommitAsync(ct);
    }
}
