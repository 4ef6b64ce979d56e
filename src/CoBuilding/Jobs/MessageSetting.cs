using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Jobs;

/// <summary>A district's sending hours and the portal's public address.</summary>
public sealed class MessageSetting : Tenanted
{
    public static readonly TimeOnly UsualStart = new(8, 0);
    public static readonly TimeOnly UsualEnd = new(20, 0);

    /// <summary>The district's address as seen from outside, with a slash at its end; null until it is set.</summary>
    public string? PortalAddress { get; set; }

    /// <summary>In China; reminders and notices go out from the first until before the second.</summary>
    public TimeOnly HoursFrom { get; set; } = UsualStart;
    public TimeOnly HoursUntil { get; set; } = UsualEnd;

    public static async Task<MessageSetting> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.MessageSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();

    public bool IsWithinHours(DateTimeOffset now) =>
        TimeOnly.FromDateTime(now.ToChina()) is var time && time >= HoursFrom && time < HoursUntil;
}
