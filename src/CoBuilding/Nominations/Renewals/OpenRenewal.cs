using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations.Renewals;

/// <summary>
/// Opens a committee's renewal: current holders are nominated again, until the unit confirms, nominates another or leaves the seat open.
/// </summary>
public sealed class OpenRenewal(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid RenewalId { get; init; } = Guid.CreateVersion7();
        public Guid CommitteeId { get; init; }

        /// <summary>The committee's version as the page showed it.</summary>
        public long ExpectedVersion { get; init; }
        public DateOnly? On { get; set; }

        /// <summary>For an early or a late renewal.</summary>
        public string? Approval { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Approval).MaximumLength(60);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId, ct);
        await db.ExpectAsync(committee, form.ExpectedVersion, ct);
        var on = form.On!.Value;
        if (on > db.Today)
            throw CommitteesRules.NotYet();
        var renewal = Renewal.Open(form.RenewalId, committee, on, form.Approval.OrNull());
        db.Renewals.Add(renewal);
        await ProposeHoldersAsync(db, renewal, ct);
        await db.CommitAsync(ct);
    }

    /// <summary>The last one appointed to each seat; facts from an earlier nomination are copied.</summary>
    private static async Task ProposeHoldersAsync(PortalDb db, Renewal renewal, CancellationToken ct)
    {
        var (on, posts) = (renewal.OpenedOn, db.Posts.On(renewal.OpenedOn));
        var seats = await db
            .Seats.AsNoTracking()
            .Where(s => s.CommitteeId == renewal.CommitteeId && s.Until == null)
            .OrderByDeclared(s => s.Role)
            .ThenBy(s => s.Id)
            .ToListAsync(ct);
        var held = await db
            .Appointments.AsNoTracking()
            .Known()
            .NotEndedBy(on)
            .Where(a => a.CommitteeId == renewal.CommitteeId)
            .Select(a => new
            {
                a.SeatId,
                a.PersonId,
                a.From,
                Post = posts
                    .Where(o => o.PersonId == a.PersonId && o.UnitId == a.UnitId)
                    .OrderByDescending(o => o.IsSecretary)
                    .ThenBy(o => o.Id)
                    .Select(o => new { o.Title, o.IsSecretary })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var nominations = await db
            .Nominations.AsNoTracking()
            .Where(n => n.CommitteeId == renewal.CommitteeId)
            .OrderByDescending(n => n.Id)
            .ToListAsync(ct);
        var proposed = nominations.Where(n => n.IsUnderWay).Select(n => n.PersonId).ToHashSet();
        foreach (var seat in seats)
        {
            if (held.Where(h => h.SeatId == seat.Id).MaxBy(h => h.From) is not { } holder || !proposed.Add(holder.PersonId))
                continue;
            var before = nominations.FirstOrDefault(n =>
                n.SeatId == seat.Id && n.PersonId == holder.PersonId && n.State == NominationState.Appointed
            );
            var nomination = Nomination.ForSeat(
                Guid.CreateVersion7(),
                seat,
                renewal.Id,
                holder.PersonId,
                before is null
                    ? new NomineeFacts(
                        seat.Kind == SeatKind.PartTime ? SelectionWay.UnitRecommended : SelectionWay.HostNominated,
                        PartyPost: holder.Post is { IsSecretary: true } ? holder.Post.Title : null,
                        AdministrativePost: holder.Post is { IsSecretary: false } ? holder.Post.Title : null
                    )
                    : new NomineeFacts(before.Way, before.Gender, before.PartyPost, before.AdministrativePost, before.Rank),
                on
            );
            db.Nominations.Add(nomination);
            db.NominationSteps.Add(nomination.Begin(new StepDetails(on, db.Now)));
        }
    }
}
