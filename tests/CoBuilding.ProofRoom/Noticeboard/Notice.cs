using CoBuilding.Data;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>What a street hangs up for its units to read.</summary>
public sealed class Notice : Tenanted
{
    public const int LongestTitle = 60;

    /// <summary>Clerks are told so many days before its last one.</summary>
    public const int EndsSoonDays = 3;

    public required Guid PlaceId { get; init; }
    public required Guid NoticeTopicId { get; init; }
    public required string Title { get; init; }

    /// <summary>The body whose notice it is; null: the street's own.</summary>
    public Guid? CommitteeId { get; init; }

    /// <summary>The unit that is asked to hang it up as well.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Who looks after it.</summary>
    public Guid? PersonId { get; init; }
    public required DateTimeOffset HungAt { get; init; }

    /// <summary>It is taken down on the day after.</summary>
    public required DateOnly HangsUntil { get; init; }
    public NoticeState State { get; private set; } = NoticeState.Hanging;

    /// <exception cref="RuleBroken">It was taken down before.</exception>
    public void TakeDown()
    {
        if (State is NoticeState.TakenDown)
            throw NoticeboardRules.IsTakenDown(Title);
        State = NoticeState.TakenDown;
    }
}
