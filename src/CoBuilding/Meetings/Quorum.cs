namespace CoBuilding.Meetings;

/// <summary>The quorum: how many of those due have to be present.</summary>
/// <param name="Number">How many besides the chair; for <see cref="QuorumRule.ChairAndNumber"/> alone.</param>
/// <param name="CountsSubstitutes">Substitutes count, except for the chair.</param>
public sealed record Quorum(QuorumRule Rule, int? Number, bool CountsSubstitutes)
{
    public static readonly Quorum Off = new(QuorumRule.None, null, false);

    /// <summary>How many are needed in all.</summary>
    public int Needed(int due) =>
        Rule switch
        {
            QuorumRule.MoreThanHalf => (due / 2) + 1,
            QuorumRule.TwoThirds => ((2 * due) + 2) / 3,
            QuorumRule.ChairAndNumber => 1 + (Number ?? 0),
            _ => 0,
        };

    /// <summary>The current state; null if the district requires none.</summary>
    public QuorumCheck? Check(QuorumHeadcount heads)
    {
        if (Rule == QuorumRule.None)
            return null;
        var needed = Needed(heads.Due);
        var there = heads.Present + (CountsSubstitutes ? heads.Substitutes : 0);
        var withoutChair = Rule == QuorumRule.ChairAndNumber && !heads.ChairIsThere;
        // The chair counts toward the number and cannot be replaced by another member.
        if (withoutChair)
            there = Math.Min(there, needed - 1);
        var most = there + heads.Open;
        var state =
            there >= needed ? QuorumState.Reached
            : most < needed || (withoutChair && !heads.ChairMayCome) ? QuorumState.Impossible
            : QuorumState.NotYet;
        return new QuorumCheck(this, state, needed, there, Math.Max(0, needed - there), withoutChair);
    }
}
