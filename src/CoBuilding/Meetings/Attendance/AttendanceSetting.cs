using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>The policy on substitutes.</summary>
public enum SubstitutePolicy
{
    Free,

    /// <summary>The host's consent is required; a substitute without it is not counted.</summary>
    AllowedWithApproval,
    NotAllowed,
}

/// <summary>The district's policy on substitutes and leave. A meeting keeps the policy of the time of its notice.</summary>
public sealed class AttendanceSetting : Tenanted
{
    public required SubstitutePolicy Substitutes { get; set; }

    /// <summary>Leave needs consent; otherwise it is only reported.</summary>
    public required bool AsksLeave { get; set; }

    /// <summary>The default until the district sets its own.</summary>
    public static AttendanceSetting Customary => new() { Substitutes = SubstitutePolicy.Free, AsksLeave = false };

    public static async Task<AttendanceSetting> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.AttendanceSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? Customary;
}

/// <summary>The quorum rule: for every kind of meeting, or for one.</summary>
public sealed class QuorumSetting : Tenanted
{
    /// <summary>Null: for every kind without a rule of its own.</summary>
    public MeetingKind? Kind { get; init; }
    public required QuorumRule QuorumRule { get; set; }
    public int? QuorumNumber { get; set; }
    public bool CountsSubstitutes { get; set; }

    /// <summary>Removes a kind's own rule; the general rule applies.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Quorum Quorum => new(QuorumRule, QuorumNumber, CountsSubstitutes);
}

/// <summary>The policy of a meeting.</summary>
public sealed record MeetingPolicy(SubstitutePolicy Substitutes, bool AsksLeave, Quorum Quorum)
{
    /// <summary>The current policy for a meeting of this kind. Two statements.</summary>
    public static async Task<MeetingPolicy> ReadAsync(PortalDb db, MeetingKind kind, CancellationToken ct)
    {
        var setting = await AttendanceSetting.ReadAsync(db, ct);
        var quorum = await db.QuorumSettings.AsNoTracking().Where(q => q.EndedAt == null && (q.Kind == null || q.Kind == kind)).ToListAsync(ct);
        return new MeetingPolicy(setting.Substitutes, setting.AsksLeave, (quorum.Find(q => q.Kind is not null) ?? quorum.FirstOrDefault())?.Quorum ?? Quorum.Off);
    }
}
