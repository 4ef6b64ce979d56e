using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Nominations;

/// <summary>
/// A person nominated for a seat, before the appointment. Each step is a row; the nomination itself has the current state.
/// </summary>
public sealed class Nomination : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required SeatKind Kind { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>Null if the seat is added at the appointment.</summary>
    public Guid? SeatId { get; private set; }
    public required SeatRole Role { get; init; }
    public required string SeatTitle { get; init; }
    public required NominationOrigin Origin { get; init; }
    public Guid? RenewalId { get; init; }
    public required Guid PersonId { get; init; }
    public Gender? Gender { get; init; }
    public string? PartyPost { get; init; }
    public string? AdministrativePost { get; init; }

    /// <summary>Of the post, as the unit names it.</summary>
    public string? Rank { get; init; }
    public SelectionWay Way { get; private init; }

    /// <summary>The reason for nominating a person with a post on the other level.</summary>
    public string? DoublePostReason { get; init; }
    public NominationState State { get; private set; }

    /// <summary>The day of the last step.</summary>
    public required DateOnly StateOn { get; set; }

    /// <summary>The first day after the public notice.</summary>
    public DateOnly? PublicUntil { get; private set; }
    public Guid? AppointmentId { get; private set; }

    // For reading from the database.
    private Nomination() { }

    private Nomination(NomineeFacts facts) =>
        (Way, Gender, PartyPost, AdministrativePost, Rank, DoublePostReason) = (
            facts.Way,
            facts.Gender,
            facts.PartyPost,
            facts.AdministrativePost,
            facts.Rank,
            facts.DoublePostReason
        );

    public static Nomination ForSeat(Guid id, Seat seat, Guid? renewalId, Guid personId, NomineeFacts facts, DateOnly on) =>
        new(facts)
        {
            Id = id,
            CommitteeId = seat.CommitteeId,
            PlaceId = seat.PlaceId,
            Kind = seat.Kind,
            UnitId = seat.UnitId,
            SeatId = seat.Id,
            Role = seat.Role,
            SeatTitle = seat.Title,
            Origin = renewalId is null ? NominationOrigin.Vacancy : NominationOrigin.Renewal,
            RenewalId = renewalId,
            PersonId = personId,
            StateOn = on,
        };

    /// <summary>The seat is added at the appointment.</summary>
    public static Nomination ForNewSeat(
        Guid id,
        Committee committee,
        ProposedSeat seat,
        Guid? renewalId,
        Guid personId,
        NomineeFacts facts,
        DateOnly on
    ) =>
        new(facts)
        {
            Id = id,
            CommitteeId = committee.Id,
            PlaceId = committee.PlaceId,
            Kind = seat.Kind,
            UnitId = seat.UnitId,
            Role = seat.Role,
            SeatTitle = seat.Title,
            Origin = renewalId is null ? NominationOrigin.NewSeat : NominationOrigin.Renewal,
            RenewalId = renewalId,
            PersonId = personId,
            StateOn = on,
        };

    /// <summary>For the same seat, another person.</summary>
    public Nomination Instead(Guid id, Guid personId, NomineeFacts facts, DateOnly on) =>
        new(facts)
        {
            Id = id,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            Kind = Kind,
            UnitId = UnitId,
            SeatId = SeatId,
            Role = Role,
            SeatTitle = SeatTitle,
            Origin = Origin,
            RenewalId = RenewalId,
            PersonId = personId,
            StateOn = on,
        };

    public bool IsUnderWay => State.IsUnderWay();

    /// <summary>The first step of its history.</summary>
    public NominationStep Begin(StepDetails note) => Row(NominationAction.Nominated, note);

    /// <exception cref="RuleBroken">Consent is not the next step, or the person is not willing.</exception>
    public NominationStep Consent(NominationChain chain, bool personIsWilling, ConsentSource source, StepDetails note)
    {
        Expect(chain, NominationAction.Consented, note);
        if (!personIsWilling)
            throw NominationsRules.NotWilling();
        return Take(NominationAction.Consented, NominationState.UnitConsented, note, source: source);
    }

    /// <exception cref="RuleBroken">Consent is not asked now.</exception>
    public NominationStep Decline(NominationChain chain, ConsentSource source, StepDetails note)
    {
        Expect(chain, NominationAction.Consented, note);
        return Take(NominationAction.Declined, NominationState.Withdrawn, note, source: source);
    }

    public NominationStep Screen(NominationChain chain, StepDetails note)
    {
        Expect(chain, NominationAction.Screened, note);
        return Take(NominationAction.Screened, NominationState.Screened, note);
    }

    public NominationStep Submit(NominationChain chain, StepDetails note)
    {
        Expect(chain, NominationAction.Submitted, note);
        return Take(NominationAction.Submitted, NominationState.Submitted, note);
    }

    /// <exception cref="RuleBroken">It was not submitted, or the document of an approval from outside is missing.</exception>
    public NominationStep Approve(bool isAboveDistrict, StepDetails note)
    {
        ExpectSubmitted(note);
        if (isAboveDistrict && note.DocumentNumber is null)
            throw NominationsRules.DocumentMissing();
        return Take(NominationAction.Approved, NominationState.Approved, note);
    }

    /// <summary>The level above returns it with a reason; it can be submitted again.</summary>
    public NominationStep Return(StepDetails note)
    {
        ExpectSubmitted(note);
        return Take(NominationAction.Returned, NominationState.Returned, note);
    }

    public NominationStep Reject(StepDetails note)
    {
        ExpectSubmitted(note);
        return Take(NominationAction.Rejected, NominationState.Rejected, note);
    }

    /// <param name="until">The first day after the public notice.</param>
    public NominationStep Publicize(NominationChain chain, DateOnly until, StepDetails note)
    {
        ExpectNext(chain, NominationAction.Publicized);
        if (note.On < StateOn)
            throw NominationsRules.BeforeLastStep(StateOn);
        PublicUntil = until;
        return Take(NominationAction.Publicized, NominationState.Publicized, note, until);
    }

    /// <summary>A confirmed objection: it is returned with the reason.</summary>
    public NominationStep TakeObjection(StepDetails note)
    {
        if (State != NominationState.Publicized)
            throw NominationsRules.OutOfTurn();
        ExpectDay(note);
        PublicUntil = null;
        return Take(NominationAction.Objected, NominationState.Returned, note);
    }

    /// <summary>The appointment.</summary>
    /// <exception cref="RuleBroken">A step is missing, it is public still, or the seat refuses.</exception>
    public (Appointment Appointment, NominationStep Step) Appoint(
        NominationChain chain,
        Seat seat,
        Guid appointmentId,
        string? letterNumber,
        AppointmentReasons? appointmentReasons,
        StepDetails note,
        DateOnly today
    )
    {
        ExpectNext(chain, NominationAction.Appointed);
        if (note.On < StateOn)
            throw NominationsRules.BeforeLastStep(StateOn);
        if (State == NominationState.Publicized && chain.AsksPublicity && PublicUntil is { } until && (today < until || note.On < until))
            throw NominationsRules.StillPublic(until.DayBefore());
        var appointment = seat.Appoint(appointmentId, PersonId, new Span(note.On, null), null, letterNumber, appointmentReasons, note.Now);
        (SeatId, AppointmentId) = (seat.Id, appointment.Id);
        return (appointment, Take(NominationAction.Appointed, NominationState.Appointed, note with { DocumentNumber = letterNumber }));
    }

    /// <exception cref="RuleBroken">It is over already.</exception>
    public NominationStep Withdraw(StepDetails note)
    {
        if (!IsUnderWay)
            throw NominationsRules.IsOver();
        var today = note.Now.ChinaDate();
        if (note.On > today)
            throw CommitteesRules.NotYet();
        // A public notice planned for a later day does not block.
        if (note.On < StateOn && StateOn <= today)
            throw NominationsRules.BeforeLastStep(StateOn);
        return Take(NominationAction.Withdrawn, NominationState.Withdrawn, note);
    }

    private void Expect(NominationChain chain, NominationAction action, StepDetails note)
    {
        ExpectNext(chain, action);
        ExpectDay(note);
    }

    private void ExpectNext(NominationChain chain, NominationAction action)
    {
        if (!IsUnderWay)
            throw NominationsRules.IsOver();
        if (chain.Next(Kind, State) != action)
            throw NominationsRules.OutOfTurn();
    }

    private void ExpectSubmitted(StepDetails note)
    {
        if (!IsUnderWay)
            throw NominationsRules.IsOver();
        if (State != NominationState.Submitted)
            throw NominationsRules.OutOfTurn();
        ExpectDay(note);
    }

    /// <summary>A step cannot be in the future or before the previous step.</summary>
    private void ExpectDay(StepDetails note)
    {
        if (note.On < StateOn)
            throw NominationsRules.BeforeLastStep(StateOn);
        if (note.On > note.Now.ChinaDate())
            throw CommitteesRules.NotYet();
    }

    private NominationStep Take(
        NominationAction action,
        NominationState state,
        StepDetails note,
        DateOnly? until = null,
        ConsentSource? source = null
    )
    {
        (State, StateOn) = (state, note.On);
        return Row(action, note, until, source);
    }

    private NominationStep Row(NominationAction action, StepDetails note, DateOnly? until = null, ConsentSource? source = null) =>
        new()
        {
            NominationId = Id,
            PlaceId = PlaceId,
            UnitId = UnitId,
            Action = action,
            On = note.On,
            Until = until,
            Source = source,
            DocumentNumber = note.DocumentNumber,
            Remark = note.Remark,
            RecordedAt = note.Now,
        };
}
