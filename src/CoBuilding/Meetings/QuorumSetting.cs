using CoBuilding.Data;
using CoBuilding.Meetings.Words;

namespace CoBuilding.Meetings;

/// <summary>The quorum rule: for every kind of meeting, or for one.</summary>
public sealed class QuorumSetting : Tenanted
{
    /// <summary>Null: for every kind without a rule of its own.</summary>
    public MeetingKind? Kind { get; init; }
    public required QuorumRule QuorumRule { get; set; }
    public int? QuorumNumber { get; set; }
    public bool CountsSubstitutes { get; set; }

    /// <summary>Removes a kind's own rule; the general rule applies.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Quorum Quorum => new(QuorumRule, QuorumNumber, CountsSubstitutes);
}
