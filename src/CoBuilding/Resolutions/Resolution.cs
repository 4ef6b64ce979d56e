using CoBuilding.Data;

namespace CoBuilding.Resolutions;

/// <summary>
/// A resolution of a joint meeting. A unit is asked, not instructed, to take the lead; each step is a row, and this row has the current
/// state.
/// </summary>
public sealed class Resolution : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>Null: agreed outside a meeting.</summary>
    public Guid? MeetingId { get; init; }
    public Guid? MinutesItemId { get; init; }
    public required string Matter { get; set; }

    /// <summary>Either a unit has the lead, or an office, which the host follows up.</summary>
    public Guid? LeadUnitId { get; init; }
    public string? LeadOffice { get; init; }
    public string? ContactName { get; set; }

    /// <summary>Null until the lead names a day.</summary>
    public DateOnly? Deadline { get; private set; }

    /// <summary>The date proposed by the unit, until the host responds.</summary>
    public DateOnly? ProposedDay { get; private set; }
    public ResolutionState State { get; private set; }

    /// <summary>The day of the last step that changed the state.</summary>
    public DateOnly StateOn { get; private set; }

    /// <summary>The place of the level above with which it is.</summary>
    public Guid? AbovePlaceId { get; private set; }
    public ResolutionOutcome? Outcome { get; private set; }

    public bool IsOpen => State != ResolutionState.Closed;

    public ResolutionWait WaitsFor => WaitOf(State, ProposedDay);

    public static ResolutionWait WaitOf(ResolutionState state, DateOnly? proposed) =>
        state switch
        {
            ResolutionState.Closed => ResolutionWait.None,
            ResolutionState.SubmittedUpward or ResolutionState.TakenOn => ResolutionWait.LevelAbove,
            ResolutionState.ReportedDone or ResolutionState.CannotBeDone or ResolutionState.AnsweredAbove => ResolutionWait.Host,
            _ => proposed is null ? ResolutionWait.Lead : ResolutionWait.Host,
        };

    /// <summary>The deadline has passed, and the lead's response is awaited.</summary>
    public static bool IsOverdue(ResolutionState state, DateOnly? deadline, DateOnly? proposed, DateOnly today) =>
        deadline < today && WaitOf(state, proposed) == ResolutionWait.Lead;

    /// <summary>The same condition for database queries.</summary>
    internal static IQueryable<Resolution> Overdue(IQueryable<Resolution> resolutions, DateOnly today) =>
        resolutions.Where(r =>
            r.Deadline < today && (r.State == ResolutionState.Asked || r.State == ResolutionState.Underway) && r.ProposedDay == null
        );

    /// <summary>What a unit can report, in the order of its buttons; one that assists only how far it is.</summary>
    public static readonly IReadOnlyList<ResolutionAction> Reports =
    [
        ResolutionAction.Acknowledged,
        ResolutionAction.Progressed,
        ResolutionAction.ReportedDone,
        ResolutionAction.ProposedDay,
        ResolutionAction.CannotBeDone,
    ];

    /// <summary>The first step: a unit is asked; an office begins.</summary>
    public ResolutionStep Ask(DateOnly? deadline, ResolutionStepDetails step)
    {
        (Deadline, State, StateOn) = (deadline, LeadUnitId is null ? ResolutionState.Underway : ResolutionState.Asked, step.On);
        return Row(ResolutionAction.Asked, step, deadline);
    }

    /// <summary>What the lead reports, or another unit that assists: only the lead moves it on.</summary>
    /// <param name="day">Another date; in the first report, the lead's own if none is set.</param>
    /// <exception cref="RuleBroken">
    /// It is closed, the report is not applicable now or only for the lead, or the date has passed.
    /// </exception>
    public ResolutionStep Report(ResolutionAction action, DateOnly? day, bool isLead, ResolutionStepDetails step)
    {
        ExpectOpen();
        if (!isLead)
            return action == ResolutionAction.Progressed ? Row(action, step) : throw ResolutionsRules.OnlyLead();
        var named = action == ResolutionAction.ProposedDay || (action == ResolutionAction.Acknowledged && Deadline is null) ? day : null;
        switch (action)
        {
            case ResolutionAction.Acknowledged:
                if (named is { } first)
                    Propose(first, step);
                if (State == ResolutionState.Asked)
                    Go(ResolutionState.Underway, step);
                break;
            case ResolutionAction.ProposedDay:
                ExpectWithLead();
                Propose(day!.Value, step);
                break;
            case ResolutionAction.Progressed:
                if (State is ResolutionState.Asked or ResolutionState.CannotBeDone)
                    Go(ResolutionState.Underway, step);
                break;
            case ResolutionAction.ReportedDone:
                ExpectWithLead();
                ProposedDay = null;
                Go(ResolutionState.ReportedDone, step);
                break;
            case ResolutionAction.CannotBeDone:
                ExpectWithLead();
                ProposedDay = null;
                Go(ResolutionState.CannotBeDone, step);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action));
        }
        return Row(action, step, named);
    }

    /// <exception cref="RuleBroken">It is closed, or with the level above.</exception>
    public ResolutionStep Close(ResolutionOutcome outcome, ResolutionStepDetails step)
    {
        ExpectHere();
        (Outcome, ProposedDay) = (outcome, null);
        Go(ResolutionState.Closed, step);
        return Row(ResolutionAction.Closed, step);
    }

    /// <exception cref="RuleBroken">Nothing awaits the host's response.</exception>
    public ResolutionStep Continue(ResolutionStepDetails step)
    {
        ExpectHere();
        if (WaitsFor != ResolutionWait.Host)
            throw ResolutionsRules.NothingToContinue();
        ProposedDay = null;
        Go(ResolutionState.Underway, step);
        return Row(ResolutionAction.Continued, step);
    }

    /// <param name="until">The new day.</param>
    /// <exception cref="RuleBroken">It is closed, or the new day is not later.</exception>
    public ResolutionStep Extend(DateOnly until, ResolutionStepDetails step)
    {
        ExpectHere();
        if (until <= (Deadline ?? DateOnly.MinValue) || until < step.On)
            throw ResolutionsRules.NotLater();
        (Deadline, ProposedDay) = (until, null);
        if (State is ResolutionState.CannotBeDone or ResolutionState.ReportedDone or ResolutionState.AnsweredAbove)
            Go(ResolutionState.Underway, step);
        return Row(ResolutionAction.Extended, step, until);
    }

    /// <param name="above">The place of the level above.</param>
    /// <exception cref="RuleBroken">It is closed.</exception>
    public ResolutionStep SubmitUpward(Guid above, ResolutionStepDetails step)
    {
        ExpectOpen();
        (AbovePlaceId, ProposedDay) = (above, null);
        Go(ResolutionState.SubmittedUpward, step);
        return Row(ResolutionAction.SubmittedUpward, step, above: above);
    }

    /// <summary>The level above sees to it, or answers: the answer goes back to where it its origin.</summary>
    /// <exception cref="RuleBroken">It is not with the level above.</exception>
    public ResolutionStep AnswerFromAbove(bool takesOn, ResolutionStepDetails step)
    {
        if (State is not (ResolutionState.SubmittedUpward or ResolutionState.TakenOn))
            throw ResolutionsRules.NotAbove();
        var above = AbovePlaceId;
        if (!takesOn)
            AbovePlaceId = null;
        Go(takesOn ? ResolutionState.TakenOn : ResolutionState.AnsweredAbove, step);
        return Row(takesOn ? ResolutionAction.TakenOn : ResolutionAction.AnsweredAbove, step, above: above);
    }

    /// <summary>A reminder to the lead unit; the state does not change.</summary>
    /// <exception cref="RuleBroken">An office leads, or it is not for the unit to do something.</exception>
    public ResolutionStep Remind(ResolutionAction action, ResolutionStepDetails step)
    {
        ExpectOpen();
        if (LeadUnitId is null || WaitsFor != ResolutionWait.Lead)
            throw ResolutionsRules.NotWithUnit();
        return Row(action, step);
    }

    private void Propose(DateOnly day, ResolutionStepDetails step)
    {
        if (day < step.On)
            throw ResolutionsRules.DayHasPassed();
        if (State is ResolutionState.Asked or ResolutionState.CannotBeDone)
            Go(ResolutionState.Underway, step);
        // The lead sets the first deadline itself; a change needs the host's agreement.
        if (Deadline is null)
            Deadline = day;
        else
            ProposedDay = day;
    }

    private void ExpectOpen()
    {
        if (!IsOpen)
            throw ResolutionsRules.IsClosed();
    }

    private void ExpectHere()
    {
        ExpectOpen();
        if (State is ResolutionState.SubmittedUpward or ResolutionState.TakenOn)
            throw ResolutionsRules.IsAbove();
    }

    private void ExpectWithLead()
    {
        ExpectHere();
        if (State == ResolutionState.ReportedDone)
            throw ResolutionsRules.IsReportedDone();
    }

    private void Go(ResolutionState state, ResolutionStepDetails step) => (State, StateOn) = (state, step.On);

    private ResolutionStep Row(ResolutionAction action, ResolutionStepDetails step, DateOnly? day = null, Guid? above = null) =>
        new()
        {
            ResolutionId = Id,
            PlaceId = PlaceId,
            UnitId = step.UnitId,
            Action = action,
            On = step.On,
            Day = day,
            AbovePlaceId = above,
            ReplySource = step.Acting?.Source,
            AnsweredBy = step.Acting?.Actor,
            AnsweredFor = step.Acting?.Principal,
            ToldBy = step.ToldBy,
            Note = step.Note,
            RecordedAt = step.Now,
        };
}
