using CoBuilding.Data;

namespace CoBuilding.Meetings;

/// <summary>A time span in which the meeting was on an agenda item. An item may have several.</summary>
public sealed class ItemRun : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid AgendaItemId { get; init; }
    public required DateTimeOffset BeganAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
