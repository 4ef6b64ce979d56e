using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>The policy of a meeting.</summary>
public sealed record MeetingPolicy(SubstitutePolicy Substitutes, bool AsksLeave, Quorum Quorum)
{
    /// <summary>The current policy for a meeting of this kind. Two statements.</summary>
    public static async Task<MeetingPolicy> ReadAsync(PortalDb db, MeetingKind kind, CancellationToken ct)
    {
        var setting = await AttendanceSetting.ReadAsync(db, ct);
        var quorum = await db
            .QuorumSettings.AsNoTracking()
            .Where(q => q.EndedAt == null && (q.Kind == null || q.Kind == kind))
            .ToListAsync(ct);
        return new MeetingPolicy(
            setting.Substitutes,
            setting.AsksLeave,
            (quorum.Find(q => q.Kind is not null) ?? quorum.FirstOrDefault())?.Quorum ?? Quorum.Off
        );
    }
}
