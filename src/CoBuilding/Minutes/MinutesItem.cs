using CoBuilding.Data;

namespace CoBuilding.Minutes;

/// <summary>
/// The text and result of one agenda item or of other matters. Each is saved separately, so that several people can write.
/// </summary>
public sealed class MinutesItem : Tenanted
{
    public required Guid MinutesId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? AgendaItemId { get; init; }

    /// <summary>
    /// The current text. Not written to the journal, since it is saved every few seconds; sent and issued texts are kept (<see
    /// cref="MinutesStep.KeptText"/>).
    /// </summary>
    [Secret]
    public string Said { get; set; } = "";
    public Consensus? Consensus { get; set; }
    public string? Reservations { get; set; }
    public int? VotesFor { get; set; }
    public int? VotesAgainst { get; set; }
    public int? VotesAbstained { get; set; }
}
