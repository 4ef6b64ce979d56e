using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.PartyChain;

/// <summary>
/// Records how many members the organizations of a place had on a day, several at once. An existing count of that day is corrected.
/// </summary>
public sealed class RecordMemberCounts(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PlaceId { get; init; }
        public DateOnly? AsOf { get; set; }
        public IReadOnlyList<Line> Lines { get; init; } = [];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.AsOf).NotNull();
                RuleFor(f => f.Lines)
                    .Must(lines => lines.Any(l => l.Members is not null))
                    .WithMessage(_ => Texts.Wording.T("PartyChain.NothingCounted"));
                RuleForEach(f => f.Lines).ChildRules(line => line.RuleFor(l => l.Members).MemberCount());
            }
        }
    }

    public sealed record Line
    {
        public Guid CountId { get; init; } = Guid.CreateVersion7();
        public Guid OrganizationId { get; init; }

        /// <summary>Null: left as it is.</summary>
        public int? Members { get; set; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManagePartyChain, form, ct);
        var (place, asOf) = (await EnterPartyOrganization.PlaceAsync(db, form.PlaceId, ct), form.AsOf!.Value);
        var lines = form.Lines.Where(l => l.Members is not null).ToList();
        Guid[] ids = [.. lines.Select(l => l.OrganizationId)];
        var organizations = await db
            .PartyOrganizations.Where(o => o.PlaceId == place.Id && ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, ct);
        var before = await db
            .MemberCounts.Known()
            .Where(c => ids.Contains(c.OrganizationId) && c.AsOf == asOf)
            .ToDictionaryAsync(c => c.OrganizationId, ct);
        foreach (var line in lines)
        {
            var organization = organizations.GetValueOrDefault(line.OrganizationId) ?? throw new NotFound();
            Record(db, organization, before.GetValueOrDefault(organization.Id), line.CountId, asOf, line.Members!.Value);
        }
        await db.CommitAsync(ct);
    }

    /// <param name="before">The count of the same day, where there is one.</param>
    internal static void Record(PortalDb db, PartyOrganization organization, MemberCount? before, Guid countId, DateOnly asOf, int members)
    {
        var count = organization.Count(countId, asOf, members, db.Today, db.Now);
        if (before?.Members == members)
            return;
        before?.Supersede(db.Now);
        db.MemberCounts.Add(count);
    }
}
