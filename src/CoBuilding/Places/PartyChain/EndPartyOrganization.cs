using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.PartyChain;

/// <summary>Records that an organization was dissolved or merged; its counts stay.</summary>
public sealed class EndPartyOrganization(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid OrganizationId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day without it.</summary>
        public DateOnly? On { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.On).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManagePartyChain, form, ct);
        var organization = await PortalDb.FindAsync(db.PartyOrganizations, form.OrganizationId, ct);
        await db.ExpectAsync(organization, form.ExpectedVersion, ct);
        var on = form.On!.Value;
        var below = await db.PartyOrganizations.NotEndedBy(on).CountAsync(o => o.SuperiorId == organization.Id, ct);
        if (below > 0)
            throw PartyChainRules.HasSubordinates(below);
        organization.End(on);
        await db.CommitAsync(ct);
    }
}
