using CoBuilding.Contracts;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>What hangs for the duplicate is taken down first.</summary>
internal sealed class NoticesOfDuplicates : IRefusesMerge
{
    public async Task CheckUnitsAsync(PortalDb db, MergedRecords records, CancellationToken ct)
    {
        if (await db.HangingNotices.AnyAsync(n => n.UnitId == records.DuplicateId, ct))
            throw NoticeboardRules.UnitHasNotices(records.Duplicate);
    }

    public async Task CheckPeopleAsync(PortalDb db, MergedRecords records, CancellationToken ct)
    {
        if (await db.HangingNotices.AnyAsync(n => n.PersonId == records.DuplicateId, ct))
            throw NoticeboardRules.PersonHasNotices(records.Duplicate);
    }
}
