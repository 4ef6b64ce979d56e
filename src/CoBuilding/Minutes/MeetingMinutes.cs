using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Minutes;

/// <summary>
/// The minutes of one meeting. Attendance and agenda are read from the meeting; only additional data is stored here. Each step is a row;
/// the minutes have the current state.
/// </summary>
public sealed class MeetingMinutes : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public string? Chair { get; set; }
    public string? Recorder { get; set; }

    /// <summary>Who sat in without a seat.</summary>
    public string? Observers { get; set; }
    public MinutesState State { get; private set; }

    /// <summary>How often they were sent to the units.</summary>
    public int CountersignRound { get; private set; }

    /// <summary>The first day after the term in which units are asked; silence until then is no objection.</summary>
    public DateOnly? CountersignUntil { get; private set; }

    /// <summary>Of that term.</summary>
    public DateOnly? LastDay => CountersignUntil?.DayBefore();
    public string? DocumentNumber { get; private set; }
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>1 once issued, raised by each correction.</summary>
    public int Version { get; private set; }

    public MinutesStep Begin(DateTimeOffset now) => Row(MinutesAction.Begun, now);

    /// <exception cref="RuleBroken">They are with the units, or issued.</exception>
    public void ExpectDrafting()
    {
        if (State != MinutesState.Drafting)
            throw MinutesRules.NotDrafting();
    }

    /// <param name="until">The first day after the term.</param>
    /// <exception cref="RuleBroken">They are with the units already, or issued.</exception>
    public MinutesStep Send(DateOnly until, MinutesText text, DateTimeOffset now)
    {
        ExpectDrafting();
        (State, CountersignRound, CountersignUntil) = (MinutesState.Countersigning, CountersignRound + 1, until);
        return Row(MinutesAction.Sent, now, until: until, text: text);
    }

    /// <exception cref="RuleBroken">They are not with the units.</exception>
    public MinutesStep TakeBack(string reason, DateTimeOffset now)
    {
        ExpectCountersigning();
        (State, CountersignUntil) = (MinutesState.Drafting, null);
        return Row(MinutesAction.TakenBack, now, reason: reason);
    }

    /// <summary>Whether units can still answer.</summary>
    public bool IsAsking(DateOnly today) => State == MinutesState.Countersigning && today < CountersignUntil;

    /// <exception cref="RuleBroken">They are not with the units.</exception>
    public void ExpectCountersigning()
    {
        if (State != MinutesState.Countersigning)
            throw MinutesRules.NotCountersigning();
    }

    /// <exception cref="RuleBroken">Units cannot answer, or no longer.</exception>
    public void ExpectAsking(DateOnly today)
    {
        ExpectCountersigning();
        if (!IsAsking(today))
            throw MinutesRules.TermIsOver(LastDay!.Value);
    }

    /// <param name="asked">The units of this round.</param>
    /// <param name="text">What they were sent.</param>
    /// <exception cref="RuleBroken">A unit may still answer, comments are unanswered, or the date is not allowed.</exception>
    public MinutesStep Issue(
        string? documentNumber,
        DateOnly on,
        IReadOnlyCollection<Countersign> asked,
        MinutesText text,
        DateTimeOffset now
    )
    {
        ExpectCountersigning();
        var today = now.ChinaDate();
        if (asked.Any(c => c.WaitsForHost))
            throw MinutesRules.CommentsWait();
        if (today < CountersignUntil && asked.Any(c => c.Answer is null))
            throw MinutesRules.UnitsStillAsked(LastDay!.Value);
        if (on > today)
            throw MinutesRules.NotYet();
        if (on < text.StartsAt.ChinaDate())
            throw MinutesRules.BeforeMeeting();
        (State, DocumentNumber, IssuedOn, Version) = (MinutesState.Issued, documentNumber, on, 1);
        return Row(MinutesAction.Issued, now, text: text with { DocumentNumber = documentNumber, IssuedOn = on });
    }

    /// <exception cref="RuleBroken">They are not issued: then the draft is changed instead.</exception>
    public void ExpectIssued()
    {
        if (State != MinutesState.Issued)
            throw MinutesRules.NotIssued();
    }

    /// <exception cref="RuleBroken">They are not issued.</exception>
    public MinutesStep Correct(string reason, MinutesText text, DateTimeOffset now)
    {
        ExpectIssued();
        Version++;
        return Row(MinutesAction.Corrected, now, reason: reason, text: text with { DocumentNumber = DocumentNumber, IssuedOn = IssuedOn });
    }

    private MinutesStep Row(
        MinutesAction action,
        DateTimeOffset now,
        string? reason = null,
        DateOnly? until = null,
        MinutesText? text = null
    ) =>
        new()
        {
            MinutesId = Id,
            PlaceId = PlaceId,
            Action = action,
            Reason = reason,
            Until = until,
            KeptText = text?.ToJson(),
            RecordedAt = now,
        };
}
