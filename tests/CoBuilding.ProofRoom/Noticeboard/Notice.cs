using CoBuilding.Data;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>What a street hangs up for its units to read.</summary>
public sealed class Notice : Tenanted
{
    public const int LongestTitle = 60;

    public required Guid PlaceId { get; init; }
    public required Guid NoticeTopicId { get; init; }
    public required string Title { get; init; }

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
