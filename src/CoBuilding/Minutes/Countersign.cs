using CoBuilding.Data;
using CoBuilding.Meetings;

namespace CoBuilding.Minutes;

/// <summary>The request to one due unit to countersign the minutes; a new row in each round.</summary>
public sealed class Countersign : Tenanted
{
    public required Guid MinutesId { get; init; }
    public required Guid MeetingId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid SeatId { get; init; }
    public required int CountersignRound { get; init; }
    public CountersignAnswer? Answer { get; private set; }
    public string? Comments { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public ReplySource? ReplySource { get; private set; }
    public string? AnsweredBy { get; private set; }
    public string? AnsweredFor { get; private set; }

    /// <summary>Who told the clerk by phone.</summary>
    public string? ToldBy { get; private set; }

    /// <summary>What the host did with the comments, and when.</summary>
    public string? Settlement { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    public bool WaitsForHost => Answer == CountersignAnswer.Comments && SettledAt is null;

    /// <summary>Changeable until the term ends; changed comments need a new answer of the host.</summary>
    public void Give(CountersignAnswer answer, string? comments, Acting acting, string? toldBy, DateTimeOffset at)
    {
        var isSame = Answer == answer && Comments == comments;
        if (isSame && ToldBy == toldBy)
            return;
        if (!isSame)
            (Settlement, SettledAt) = (null, null);
        (Answer, Comments, AnsweredAt, ReplySource) = (answer, comments, at, acting.Source);
        (AnsweredBy, AnsweredFor, ToldBy) = (acting.Actor, acting.Principal, toldBy);
    }

    /// <exception cref="RuleBroken">The unit has no comments.</exception>
    public void Settle(string settlement, DateTimeOffset at)
    {
        if (Answer != CountersignAnswer.Comments)
            throw MinutesRules.NoComments();
        (Settlement, SettledAt) = (settlement, at);
    }

    /// <param name="until">The first day after the term; null if no longer asked.</param>
    public static CountersignStanding StandingOf(CountersignAnswer? answer, bool isSettled, DateOnly? until, DateOnly today) =>
        answer switch
        {
            CountersignAnswer.NoObjection => CountersignStanding.NoObjection,
            CountersignAnswer.Comments => isSettled ? CountersignStanding.Settled : CountersignStanding.Comments,
            _ => until is null ? CountersignStanding.Unasked
            : today < until ? CountersignStanding.Waiting
            : CountersignStanding.Silent,
        };
}
