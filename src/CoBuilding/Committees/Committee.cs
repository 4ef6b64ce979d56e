using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;

namespace CoBuilding.Committees;

/// <summary>
/// A body of one place, from the first day of its preparation or, if it existed before, from its establishment. Before that it
/// has no seats; nominations for them may be under way.
/// </summary>
public sealed class Committee : Tenanted
{
    public const int LongestAims = 500;

    /// <summary>The kind as named by the district.</summary>
    public required Guid KindId { get; init; }

    /// <summary>The standard kind that <see cref="KindId"/> stands for.</summary>
    public required CommitteeKind Kind { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>The place's.</summary>
    public required PlaceLevel Level { get; init; }
    public required string Name { get; set; }

    /// <summary>For a consortium: its aims.</summary>
    public string? Aims { get; private set; }

    /// <summary>The state of the preparation; null: it was already established when recorded.</summary>
    public PreparationState? Preparation { get; private set; }

    /// <summary>The day of the preparation's last step.</summary>
    public DateOnly? PreparedOn { get; private set; }

    /// <summary>Null while it is prepared.</summary>
    public DateOnly? EstablishedOn { get; set; }

    /// <summary>The current term's number, counted from the establishment.</summary>
    public int TermNumber { get; private set; } = 1;

    /// <summary>The current term's first day; null in the first term, which began with the committee.</summary>
    public DateOnly? TermFrom { get; private set; }

    /// <summary>The planned end of the current term; null while none is set.</summary>
    public DateOnly? TermEndsOn { get; set; }

    /// <summary>The first day without it; of one that was never established, the day on which its preparation was given up.</summary>
    public DateOnly? DissolvedOn { get; private set; }
    public string? DissolutionReason { get; private set; }

    /// <summary>The planned end before the term was extended, and the number of the document that approved it.</summary>
    public DateOnly? ExtendedFrom { get; private set; }
    public string? ExtensionApproval { get; private set; }

    /// <summary>Begins the preparation.</summary>
    public CommitteeStep Prepare(StepDetails note) => Take(PreparationAction.Prepared, PreparationState.Preparing, note);

    /// <param name="name">The intended name.</param>
    /// <exception cref="RuleBroken">It is already submitted, or its preparation has ended.</exception>
    public CommitteeStep Submit(string name, StepDetails note)
    {
        ExpectPreparing(note, PreparationState.Preparing, PreparationState.Returned);
        Name = name;
        return Take(PreparationAction.Submitted, PreparationState.Submitted, note);
    }

    /// <exception cref="RuleBroken">It was not submitted, or the document of an approval from outside is missing.</exception>
    public CommitteeStep Approve(StepDetails note)
    {
        ExpectPreparing(note, PreparationState.Submitted);
        if (Level == PlaceLevel.District && note.DocumentNumber is null)
            throw LifecycleRules.DocumentMissing();
        return Take(PreparationAction.Approved, PreparationState.Approved, note);
    }

    /// <summary>The level above returns it with a reason; it can be submitted again.</summary>
    public CommitteeStep Return(StepDetails note)
    {
        ExpectPreparing(note, PreparationState.Submitted);
        return Take(PreparationAction.Returned, PreparationState.Returned, note);
    }

    /// <exception cref="RuleBroken">It was not approved, or its term would end before it began.</exception>
    public CommitteeStep Establish(DateOnly? termEndsOn, StepDetails note)
    {
        ExpectPreparing(note, PreparationState.Approved);
        if (termEndsOn <= note.On)
            throw LifecycleRules.EndsBeforeItBegins();
        (EstablishedOn, TermEndsOn) = (note.On, termEndsOn);
        return Take(PreparationAction.Established, PreparationState.Approved, note);
    }

    public CommitteeStep GiveUp(StepDetails note)
    {
        ExpectPreparing(note);
        (DissolvedOn, DissolutionReason) = (note.On, note.Remark);
        return Take(PreparationAction.GivenUp, Preparation!.Value, note);
    }

    /// <summary>A step cannot be in the future or before the previous step.</summary>
    /// <param name="from">The states in which the step is allowed; none: any.</param>
    private void ExpectPreparing(StepDetails note, params PreparationState[] from)
    {
        if (EstablishedOn is not null || DissolvedOn is not null || Preparation is not { } state)
            throw LifecycleRules.PreparationIsOver();
        if (from.Length > 0 && !from.Contains(state))
            throw LifecycleRules.OutOfTurn();
        if (note.On < PreparedOn)
            throw LifecycleRules.BeforeLastStep(PreparedOn.Value);
        if (note.On > note.Now.ChinaDate())
            throw CommitteesRules.NotYet();
    }

    private CommitteeStep Take(PreparationAction action, PreparationState state, StepDetails note)
    {
        (Preparation, PreparedOn) = (state, note.On);
        return new CommitteeStep
        {
            CommitteeId = Id,
            PlaceId = PlaceId,
            Action = action,
            On = note.On,
            DocumentNumber = note.DocumentNumber,
            Remark = note.Remark,
            RecordedAt = note.Now,
        };
    }

    /// <exception cref="RuleBroken">It is still in preparation, or its preparation was stopped.</exception>
    public DateOnly ExpectEstablished() => EstablishedOn ?? throw LifecycleRules.NotEstablished();

    /// <exception cref="RuleBroken">It is dissolved by then, or its preparation was given up.</exception>
    public void ExpectNotGone(DateOnly on)
    {
        if (DissolvedOn is not { } gone || gone > on)
            return;
        throw EstablishedOn is null ? LifecycleRules.PreparationIsOver() : CommitteesRules.AlreadyDissolved(gone);
    }

    /// <summary>
    /// Extends the term once, by at most a year, as the level above approved it (practice of the Party's grass-roots elections).
    /// </summary>
    /// <exception cref="RuleBroken">It has no planned end, or would end too early or too late.</exception>
    public void Extend(DateOnly until, string approval)
    {
        if ((ExtendedFrom ?? TermEndsOn) is not { } planned)
            throw CommitteesRules.NoTermToExtend();
        if (until <= planned || until > TermEnds.LatestExtension(planned))
            throw CommitteesRules.ExtendedTooFar(TermEnds.LatestExtension(planned));
        (ExtendedFrom, TermEndsOn, ExtensionApproval) = (planned, until, approval);
    }

    /// <summary>Begins a new term; the previous one is moved to the past terms and ends on the same day.</summary>
    /// <exception cref="RuleBroken">It would begin before the current one, or end before it began.</exception>
    public CommitteeTerm BeginTerm(DateOnly from, DateOnly? endsOn)
    {
        var begun = TermFrom ?? ExpectEstablished();
        if (from <= begun)
            throw TermsRules.BeforeThisTerm(begun);
        if (endsOn <= from)
            throw TermsRules.EndsBeforeItBegins();
        var before = new CommitteeTerm
        {
            CommitteeId = Id,
            PlaceId = PlaceId,
            Number = TermNumber,
            From = begun,
            EndedOn = from,
            PlannedEnd = ExtendedFrom ?? TermEndsOn,
            ExtendedUntil = ExtendedFrom is null ? null : TermEndsOn,
            ExtensionApproval = ExtensionApproval,
        };
        (TermNumber, TermFrom, TermEndsOn, ExtendedFrom, ExtensionApproval) = (TermNumber + 1, from, endsOn, null, null);
        return before;
    }

    /// <exception cref="RuleBroken">It is dissolved already, or was not yet established on that day.</exception>
    public void Dissolve(DateOnly on, string reason)
    {
        if (DissolvedOn is { } before)
            throw CommitteesRules.AlreadyDissolved(before);
        if (ExpectEstablished() is var established && on <= established)
            throw CommitteesRules.EndsBeforeItBegins(established);
        (DissolvedOn, DissolutionReason) = (on, reason);
    }

    /// <exception cref="RuleBroken">It is not a consortium.</exception>
    public void SetAims(string? aims)
    {
        if (Kind != CommitteeKind.Consortium)
            throw ConsortiumsRules.OnlyConsortiums();
        Aims = aims;
    }

    /// <summary>Units of the whole district may sit on it.</summary>
    public bool IsAcrossPlaces => Level == PlaceLevel.District || Kind == CommitteeKind.Consortium;

    /// <summary>Units that reside there may sit on it.</summary>
    public bool Covers(Place residence) => IsAcrossPlaces || residence.Id == PlaceId || residence.ParentId == PlaceId;

    [Derived]
    public string FindKeys
    {
        get => Pinyin.FindKeys(false, Name);
        private set { }
    }

    /// <summary>Gives a resident unit a seat. Membership changes neither the unit's affiliation nor staffing.</summary>
    /// <exception cref="RuleBroken">The unit resides outside the committee's place, a consortium aside, or the seat would begin before the
    /// committee.</exception>
    public Seat SeatFor(Guid seatId, Guid unitId, Place residence, SeatRole role, string title, DateOnly from, DateTimeOffset now)
    {
        if (!Covers(residence))
            throw CommitteesRules.OutsideTerritory(residence.Name);
        return NewSeat(seatId, SeatKind.PartTime, role, title, from, now, unitId, null);
    }

    /// <summary>A seat of the host organization, held by full-time staff.</summary>
    public Seat SeatForHost(Guid seatId, SeatRole role, string title, DateOnly from, DateTimeOffset now) =>
        NewSeat(seatId, SeatKind.FullTime, role, title, from, now, null, null);

    /// <summary>A seat for one person: a model or retired resident member.</summary>
    public Seat SeatForIndividual(Guid seatId, Guid personId, SeatRole role, string title, DateOnly from, DateTimeOffset now) =>
        NewSeat(seatId, SeatKind.Individual, role, title, from, now, null, personId);

    private Seat NewSeat(
        Guid id,
        SeatKind kind,
        SeatRole role,
        string title,
        DateOnly from,
        DateTimeOffset now,
        Guid? unitId,
        Guid? individualId
    )
    {
        if (ExpectEstablished() is var established && from < established)
            throw CommitteesRules.BeforeEstablishment(established);
        return new Seat
        {
            Id = id,
            CommitteeId = Id,
            PlaceId = PlaceId,
            Kind = kind,
            Role = role,
            Title = title,
            From = from,
            RecordedAt = now,
            UnitId = unitId,
            IndividualId = individualId,
        };
    }
}
