using CoBuilding.Data;

namespace CoBuilding.Meetings.Agendas;

/// <summary>A topic proposed by a unit or the host for a planned meeting. Each gets an answer.</summary>
public sealed class Topic : Tenanted
{
    public required Guid PlanId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>The seat that was asked; null for the host's own.</summary>
    public Guid? CallId { get; init; }
    public Guid? UnitId { get; init; }
    public required string Title { get; set; }
    public Guid? CategoryId { get; set; }

    /// <summary>Why it should be talked about together.</summary>
    public string? Necessity { get; set; }

    /// <summary>How long it is likely to take.</summary>
    public int? Minutes { get; set; }
    public required TopicSource Source { get; init; }

    /// <summary>Who proposed it, by name, as it was proposed.</summary>
    public string? ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public TopicState State { get; private set; }

    /// <summary>The host's answer to the proposer.</summary>
    public string? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? MergedIntoId { get; private set; }

    /// <exception cref="RuleBroken">It was answered or taken back.</exception>
    public void CheckChangeable()
    {
        if (State != TopicState.Proposed)
            throw TopicsRules.IsSettled();
    }

    /// <exception cref="RuleBroken">It was answered or taken back.</exception>
    public void Withdraw(DateTimeOffset at)
    {
        CheckChangeable();
        (State, AnsweredAt) = (TopicState.Withdrawn, at);
    }

    public void Accept(string? answer, DateTimeOffset at) => Settle(TopicState.Accepted, answer, null, at);

    /// <exception cref="RuleBroken">No reason is given.</exception>
    public void Decline(string? reason, DateTimeOffset at)
    {
        if (reason is null)
            throw TopicsRules.ReasonMissing();
        Settle(TopicState.Declined, reason, null, at);
    }

    /// <exception cref="RuleBroken">The other is this one, or is not on the agenda itself.</exception>
    public void MergeInto(Topic? other, string? answer, DateTimeOffset at)
    {
        if (other is null)
            throw TopicsRules.OtherMissing();
        if (other.Id == Id || other.State is TopicState.Merged or TopicState.Declined or TopicState.Withdrawn)
            throw TopicsRules.OtherIsNoTopic();
        Settle(TopicState.Merged, answer, other.Id, at);
    }

    /// <summary>An answer may be changed as long as no notice is out.</summary>
    private void Settle(TopicState state, string? answer, Guid? into, DateTimeOffset at)
    {
        if (State == TopicState.Withdrawn)
            throw TopicsRules.IsSettled();
        (State, Answer, MergedIntoId, AnsweredAt) = (state, answer, into, at);
    }
}
