namespace CoBuilding.Meetings.Attendance;

public enum QuorumRule
{
    None,
    MoreThanHalf,
    TwoThirds,

    /// <summary>The chair and a number of others.</summary>
    ChairAndNumber,
}

public enum QuorumState
{
    Reached,

    /// <summary>Can still be reached.</summary>
    NotYet,

    /// <summary>Cannot be reached even if all who have not declined attend.</summary>
    Impossible,
}

/// <summary>The quorum: how many of those due have to be present.</summary>
/// <param name="Number">How many besides the chair; for <see cref="QuorumRule.ChairAndNumber"/> alone.</param>
/// <param name="CountsSubstitutes">Substitutes count, except for the chair.</param>
public sealed record Quorum(QuorumRule Rule, int? Number, bool CountsSubstitutes)
{
    public static readonly Quorum Off = new(QuorumRule.None, null, false);

    /// <summary>How many are needed in all.</summary>
    public int Needed(int due) => Rule switch
    {
        QuorumRule.MoreThanHalf => (due / 2) + 1,
        QuorumRule.TwoThirds => ((2 * due) + 2) / 3,
        QuorumRule.ChairAndNumber => 1 + (Number ?? 0),
        _ => 0,
    };

    /// <summary>The current state; null if the district requires none.</summary>
    public QuorumCheck? Check(QuorumHeadcount heads)
    {
        if (Rule == QuorumRule.None) return null;
        var needed = Needed(heads.Due);
        var there = heads.Present + (CountsSubstitutes ? heads.Substitutes : 0);
        var withoutChair = Rule == QuorumRule.ChairAndNumber && !heads.ChairIsThere;
        // The chair counts toward the number and cannot be replaced by another member.
        if (withoutChair) there = Math.Min(there, needed - 1);
        var most = there + heads.Open;
        var state = there >= needed ? QuorumState.Reached
            : most < needed || (withoutChair && !heads.ChairMayCome) ? QuorumState.Impossible : QuorumState.NotYet;
        return new QuorumCheck(this, state, needed, there, Math.Max(0, needed - there), withoutChair);
    }
}

/// <summary>Those due, as they have answered or as they were marked.</summary>
/// <param name="Present">In person.</param>
/// <param name="Open">The number not decided yet.</param>
/// <param name="ChairIsThere">A possible chair is present in person.</param>
/// <param name="ChairMayCome">A possible chair is among those not decided.</param>
public sealed record QuorumHeadcount(int Due, int Present, int Substitutes, int Open, bool ChairIsThere, bool ChairMayCome);

/// <param name="MissesChair">No possible chair is present.</param>
public sealed record QuorumCheck(Quorum Quorum, QuorumState State, int Needed, int PresentCount, int ShortBy, bool MissesChair);
