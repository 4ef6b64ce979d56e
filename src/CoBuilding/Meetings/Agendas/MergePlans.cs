using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// Merges the plans of two bodies: the plan's body joins the other's meeting as a host, its topics are moved, and the meeting counts
/// for both. The other body's staff must reach the whole of it, so the joining body lies in its place or below.
/// </summary>
public sealed class MergePlans(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PlanId { get; init; }
        public long ExpectedVersion { get; init; }
        public Guid? IntoId { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.IntoId).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var plan = await PortalDb.FindAsync(db.MeetingPlans, form.PlanId, ct);
        await db.ExpectAsync(plan, form.ExpectedVersion, ct);
        var into = await PortalDb.FindAsync(db.MeetingPlans, form.IntoId!.Value, ct);
        var joins = await PortalDb.FindAsync(db.Committees, plan.CommitteeId, ct);
        var places = await db
            .Places.AsNoTracking()
            .Where(p => p.Id == into.PlaceId || p.Id == plan.PlaceId)
            .ToDictionaryAsync(p => p.Id, ct);
        var (host, own) = (places[into.PlaceId], places[plan.PlaceId]);
        if (own.Id != host.Id && own.ParentId != host.Id && host.Level != PlaceLevel.District)
            throw PlansRules.BodyOutOfPlace(joins.Name);
        if (await db.MeetingPlans.AnyAsync(p => p.MergedIntoId == plan.Id, ct))
            throw PlansRules.OthersJoined();
        plan.MergeInto(into);
        await db.CommitAsync(ct);
    }
}
