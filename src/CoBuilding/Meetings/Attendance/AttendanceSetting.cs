using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>Whether somebody may come in a member's place.</summary>
public enum SubstitutePolicy
{
    Free,

    /// <summary>The host is asked before; whoever comes without its consent is not counted.</summary>
    AllowedWithApproval,
    NotAllowed,
}

/// <summary>How the district goes about substitutes and leave. A meeting goes by what held when its notice was given.</summary>
public sealed class AttendanceSetting : Tenanted
{
    public required SubstitutePolicy Substitutes { get; set; }

    /// <summary>Leave is asked for; otherwise it is told.</summary>
    public required bool AsksLeave { get; set; }

    /// <summary>Until the district sets its own.</summary>
    public static AttendanceSetting Customary => new() { Substitutes = SubstitutePolicy.Free, AsksLeave = false };

    public static async Task<AttendanceSetting> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.AttendanceSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? Customary;
}

/// <summary>How many have to be there: for every kind of meeting, or for one.</summary>
public sealed class QuorumSetting : Tenanted
{
    /// <summary>Null: of every kind without a rule of its own.</summary>
    public MeetingKind? Kind { get; init; }
    public required QuorumRule QuorumRule { get; set; }
    public int? QuorumNumber { get; set; }
    public bool CountsSubstitutes { get; set; }

    /// <summary>A kind's own rule is taken back: it goes by the one for all kinds.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Quorum Quorum => new(QuorumRule, QuorumNumber, CountsSubstitutes);
}

/// <summary>By what a meeting goes.</summary>
public sealed record MeetingPolicy(SubstitutePolicy Substitutes, bool AsksLeave, Quorum Quorum)
{
    /// <summary>What the district asks of a meeting of this kind today. Two statements.</summary>
    public static async Task<MeetingPolicy> ReadAsync(PortalDb db, MeetingKind kind, CancellationToken ct)
    {
        var setting = await AttendanceSetting.ReadAsync(db, ct);
        var quorum = await db.QuorumSettings.AsNoTracking().Where(q => q.EndedAt == null && (q.Kind == null || q.Kind == kind)).ToListAsync(ct);
        return new MeetingPolicy(setting.Substitutes, setting.AsksLeave, (quorum.Find(q => q.Kind is not null) ?? quorum.FirstOrDefault())?.Quorum ?? Quorum.Off);
    }
}
