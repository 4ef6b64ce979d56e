using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Who looks after a notice.</summary>
internal sealed class NoticesInService : IPeopleInService
{
    public IQueryable<Guid> After(PortalDb db, DateOnly day) =>
        db.HangingNotices.Where(n => n.PersonId != null && n.HangsUntil >= day).Select(n => n.PersonId!.Value);
}
