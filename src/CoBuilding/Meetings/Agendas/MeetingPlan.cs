using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// A meeting that a body intends to hold within a range of days, and for which it collects topics. It is followed by the <see
/// cref="Meeting"/>.
/// </summary>
public sealed class MeetingPlan : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid KindId { get; set; }
    public required string Title { get; set; }

    /// <summary>Days in China, both included.</summary>
    public required DateOnly FirstDay { get; set; }
    public required DateOnly LastDay { get; set; }

    /// <summary>UTC. Until then units propose topics, change and withdraw them.</summary>
    public DateTimeOffset? CollectUntil { get; private set; }
    public Guid? MeetingId { get; private set; }
    public Guid? MergedIntoId { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    public PlanState StateAt(DateTimeOffset now) =>
        this switch
        {
            { WithdrawnAt: not null } => PlanState.Withdrawn,
            { MergedIntoId: not null } => PlanState.Merged,
            { MeetingId: not null } => PlanState.Called,
            { CollectUntil: null } => PlanState.Planned,
            _ => now < CollectUntil ? PlanState.Collecting : PlanState.Reviewing,
        };

    /// <exception cref="RuleBroken">It is over, or topics are collected until after the last day.</exception>
    public void Write(Guid kindId, string title, DateOnly firstDay, DateOnly lastDay)
    {
        CheckOpen();
        if (CollectUntil?.ChinaDate() > lastDay)
            throw PlansRules.DeadlineAfterMeeting("LastDay");
        (KindId, Title, FirstDay, LastDay) = (kindId, title, firstDay, lastDay);
    }

    /// <summary>Links for proposing lead here until then: after the deadline they show the answers.</summary>
    public DateTimeOffset LinksEnd => ChinaTime.At(LastDay.AddDays(1), TimeOnly.MinValue);

    /// <summary>Asks for topics, or for longer.</summary>
    /// <exception cref="RuleBroken">It is over, or the deadline has passed or is after the days of the meeting.</exception>
    public void Collect(DateTimeOffset until, DateTimeOffset now)
    {
        CheckOpen();
        if (until <= now)
            throw PlansRules.DeadlineHasPassed();
        if (until.ChinaDate() > LastDay)
            throw PlansRules.DeadlineAfterMeeting("UntilDay");
        CollectUntil = until;
    }

    /// <exception cref="RuleBroken">No topics are collected now.</exception>
    public void CheckCollecting(DateTimeOffset now)
    {
        if (StateAt(now) != PlanState.Collecting)
            throw PlansRules.NotCollecting();
    }

    /// <summary>The meeting is being prepared; the draft may be saved again.</summary>
    /// <exception cref="RuleBroken">It is over, or another meeting was called from it.</exception>
    public void Call(Guid meetingId)
    {
        if (MeetingId == meetingId)
            return;
        CheckOpen();
        MeetingId = meetingId;
    }

    /// <exception cref="RuleBroken">One of both is over.</exception>
    public void MergeInto(MeetingPlan other)
    {
        CheckOpen();
        other.CheckOpen();
        if (other.Id == Id)
            throw PlansRules.MergedIntoItself();
        MergedIntoId = other.Id;
    }

    /// <exception cref="RuleBroken">It is over.</exception>
    public void Withdraw(string reason, DateTimeOffset now)
    {
        CheckOpen();
        (WithdrawnAt, WithdrawnBecause) = (now, reason);
    }

    /// <exception cref="RuleBroken">It is over.</exception>
    public void CheckOpen()
    {
        if (WithdrawnAt is not null || MergedIntoId is not null || MeetingId is not null)
            throw PlansRules.IsOver();
    }
}
