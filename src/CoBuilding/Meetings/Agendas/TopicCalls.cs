using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

internal static class TopicCalls
{
    /// <summary>
    /// The call that may be answered by link or by the unit's own people, with its plan and for whom they act. A link becomes invalid when
    /// its addressee's office.
    /// </summary>
    /// <param name="callId">Null for a link, which is for one call.</param>
    /// <exception cref="NotFound">There is none within reach, or the link's addressee no longer holds that function.</exception>
    public static async Task<(TopicCall Call, MeetingPlan Plan, Acting Acting)> OfResponderAsync(
        PortalDb db,
        Guid? callId,
        CancellationToken ct
    )
    {
        var holder = db.JournalActor.LinkHolder;
        var call =
            await db.TopicCalls.AsNoTracking().SingleOrDefaultAsync(c => holder != null && callId == null || c.Id == callId, ct)
            ?? throw new NotFound();
        var (plan, acting) = await ReadAsync(db, call, holder, ct);
        return (call, plan, acting ?? throw new NotFound());
    }

    /// <summary>Without an acting person, the link's addressee no longer holds the function.</summary>
    private static async Task<(MeetingPlan Plan, Acting? Acting)> ReadAsync(
        PortalDb db,
        TopicCall call,
        LinkHolder? holder,
        CancellationToken ct
    )
    {
        var (people, accounts) = (db.People, db.Accounts);
        var units = db.Units;
        var holders = UnitRepresentatives.HoldersTodayLifted(db).Where(a => a.SeatId == call.SeatId);
        var found = await db
            .MeetingPlans.Lifted("the plan's facts for all who are asked, and whether the addressee is still in office, and for whom")
            .AsNoTracking()
            .Where(p => p.Id == call.PlanId)
            .Select(p => new
            {
                Plan = p,
                Holder = holders
                    .Select(a => new { a.PersonId, Name = people.Where(x => x.Id == a.PersonId).Select(x => x.Name).First() })
                    .FirstOrDefault(),
                Liaison = units
                    .Where(u => u.Id == call.UnitId && u.LiaisonOfficerId != null)
                    .Select(u => new
                    {
                        PersonId = u.LiaisonOfficerId!.Value,
                        Name = people.Where(x => x.Id == u.LiaisonOfficerId).Select(x => x.Name).First(),
                    })
                    .FirstOrDefault(),
                Own = accounts
                    .Where(a => a.Id == db.JournalActor.AccountId)
                    .Select(a => new { a.PersonId, Name = people.Where(x => x.Id == a.PersonId).Select(x => x.Name).FirstOrDefault() })
                    .FirstOrDefault(),
            })
            .SingleAsync(ct);
        if (holder is null)
            return (
                found.Plan,
                new Acting(
                    found.Liaison is not null && found.Liaison.PersonId == found.Own?.PersonId
                        ? ReplySource.LiaisonOfficer
                        : ReplySource.Holder,
                    found.Own?.Name,
                    found.Holder?.Name
                )
            );
        var actor = holder.Office == Addressee.Holder ? found.Holder : found.Liaison;
        return (
            found.Plan,
            actor?.PersonId == holder.PersonId ? new Acting(Invitation.SourceOf(holder.Office), actor.Name, found.Holder?.Name) : null
        );
    }
}
