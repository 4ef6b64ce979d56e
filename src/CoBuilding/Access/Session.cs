using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>A session of one browser. Ending it signs out its open pages at the next click.</summary>
public sealed class Session : Tenanted
{
    /// <summary>The idle time after which a session ends.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(2);
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    /// <summary><see cref="LastUsedAt"/> is written at most once in this time.</summary>
    public static readonly TimeSpan LastUseIsKept = TimeSpan.FromMinutes(1);

    public required Guid AccountId { get; init; }

    [Secret]
    public required byte[] SecretHash { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset LastUsedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}
