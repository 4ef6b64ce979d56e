using CoBuilding.Data;

namespace CoBuilding.Meetings.Agendas;

/// <summary>One seat that is asked for topics. A link for proposing is made for it.</summary>
public sealed class TopicCall : Tenanted
{
    public required Guid PlanId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
}
