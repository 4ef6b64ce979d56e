using CoBuilding.Texts;

namespace CoBuilding.Minutes;

/// <summary>The result of one agenda item. Decisions are by consensus: disagreement is recorded as such.</summary>
[TextsIn("Minutes")]
public enum Consensus
{
    Agreed,
    AgreedWithReservations,
    NotAgreed,
    Postponed,
}
