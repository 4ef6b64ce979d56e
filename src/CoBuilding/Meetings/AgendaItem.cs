using CoBuilding.Data;

namespace CoBuilding.Meetings;

/// <summary>One item of the agenda, in order.</summary>
public sealed class AgendaItem : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid PlaceId { get; init; }
    public required int Ordinal { get; set; }
    public required string Topic { get; set; }

    /// <summary>How long it is likely to take.</summary>
    public int? Minutes { get; set; }

    /// <summary>What a unit proposed and the host accepted; null when the host added it.</summary>
    public Guid? TopicId { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
}
