using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>
/// An address by which an account's calendar is read without signing in. It shows what the account may see at the time of reading, and
/// grants withdrawn.
/// </summary>
public sealed class CalendarFeed : Tenanted
{
    public required Guid AccountId { get; init; }

    [Secret]
    public required byte[] TokenHash { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}
