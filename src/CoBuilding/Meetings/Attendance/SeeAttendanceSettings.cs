using CoBuilding.Access;
using CoBuilding.Meetings.Words;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>The policy for future notices.</summary>
public sealed class SeeAttendanceSettings(Door door)
{
    /// <param name="Kinds">Those with a rule of their own.</param>
    public sealed record Answer(SubstitutePolicy Substitutes, bool AsksLeave, Quorum Quorum, IReadOnlyList<OfKind> Kinds);

    public sealed record OfKind(MeetingKind Kind, Quorum Quorum);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var setting = await AttendanceSetting.ReadAsync(db, ct);
        var quorum = await db.QuorumSettings.AsNoTracking().Where(q => q.EndedAt == null).ToListAsync(ct);
        return new Answer(
            setting.Substitutes,
            setting.AsksLeave,
            quorum.Find(q => q.Kind is null)?.Quorum ?? Quorum.Off,
            [.. quorum.Where(q => q.Kind is not null).Select(q => new OfKind(q.Kind!.Value, q.Quorum)).OrderBy(k => k.Kind)]
        );
    }
}
