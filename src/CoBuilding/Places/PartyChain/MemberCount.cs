using CoBuilding.Data;

namespace CoBuilding.Places.PartyChain;

/// <summary>How many members an organization had on a day; valid until the next count. A correction supersedes it.</summary>
public sealed class MemberCount : Tenanted, IRecorded
{
    public required Guid OrganizationId { get; init; }
    public required Guid PlaceId { get; init; }
    public required DateOnly AsOf { get; init; }
    public required int Members { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    public void Supersede(DateTimeOffset now) => SupersededAt = now;
}
