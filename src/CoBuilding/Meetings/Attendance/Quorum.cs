namespace CoBuilding.Meetings.Attendance;

public enum QuorumRule
{
    None,
    MoreThanHalf,
    TwoThirds,

    /// <summary>Whoever takes the chair, and so many besides.</summary>
    ChairAndNumber,
}

public enum QuorumState
{
    Reached,

    /// <summary>It still can be.</summary>
    NotYet,

    /// <summary>Even if all came who have not said otherwise.</summary>
    Impossible,
}

/// <summary>How many of those due have to be there.</summary>
/// <param name="Number">How many besides the chair; for <see cref="QuorumRule.ChairAndNumber"/> alone.</param>
/// <param name="CountsSubstitutes">Whoever came in a member's place counts, except for the chair.</param>
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

    /// <summary>Where it stands; null when the district asks for none.</summary>
    public QuorumCheck? Check(QuorumHeadcount heads)
    {
        if (Rule == QuorumRule.None) return null;
        var needed = Needed(heads.Due);
        var there = heads.Present + (CountsSubstitutes ? heads.Substitutes : 0);
        var withoutChair = Rule == QuorumRule.ChairAndNumber && !heads.ChairIsThere;
        // The chair is one of those needed: somebody else does not take that place.
        if (withoutChair) there = Math.Min(there, needed - 1);
        var most = there + heads.Open;
        var state = there >= needed ? QuorumState.Reached
            : most < needed || (withoutChair && !heads.ChairMayCome) ? QuorumState.Impossible : QuorumState.NotYet;
        return new QuorumCheck(this, state, needed, there, Math.Max(0, needed - there), withoutChair);
    }
}

/// <summary>Those due, as they have answered or as they were marked.</summary>
/// <param name="Present">In person.</param>
/// <param name="Open">Of whom nothing is known yet.</param>
/// <param name="ChairIsThere">Somebody who may take the chair is among those present in person.</param>
/// <param name="ChairMayCome">Somebody who may take it is among the open ones.</param>
public sealed record QuorumHeadcount(int Due, int Present, int Substitutes, int Open, bool ChairIsThere, bool ChairMayCome);

/// <param name="MissesChair">Nobody who may take the chair is there.</param>
public sealed record QuorumCheck(Quorum Quorum, QuorumState State, int Needed, int PresentCount, int ShortBy, bool MissesChair);
