using CoBuilding.Data;

namespace CoBuilding.Meetings;

/// <summary>A further body that holds the meeting, which counts for it as well. Its seats may be invited.</summary>
public sealed class CoHost : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid CommitteeId { get; init; }
}
