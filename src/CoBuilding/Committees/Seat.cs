using CoBuilding.Committees.Alternates;
using CoBuilding.Data;

namespace CoBuilding.Committees;

public enum SeatKind
{
    /// <summary>Of a resident unit.</summary>
    PartTime,

    /// <summary>Of the host organization.</summary>
    FullTime,

    /// <summary>Of a model or retired resident Party member.</summary>
    Individual,
}

public enum SeatRole
{
    Convener,
    Deputy,
    Member,
}

/// <summary>A place on a committee. It belongs to a unit, to the host or to an individual, independent of its holders.</summary>
public sealed class Seat : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required SeatKind Kind { get; init; }
    public required SeatRole Role { get; set; }
    public required string Title { get; set; }
    public Guid? UnitId { get; init; }
    public Guid? IndividualId { get; init; }

    /// <summary>The seat is taken over by the unit's next Party secretary.</summary>
    public bool FollowsPost { get; set; }
    public required DateOnly From { get; set; }
    public DateOnly? Until { get; private set; }

    /// <summary>When the seat and its end were recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? EndRecordedAt { get; private set; }

    /// <summary>Appoints a person to the seat from a day on.</summary>
    /// <exception cref="RuleBroken">The seat is not there on that day, ends before the term does, or belongs to another individual.</exception>
    public Appointment Appoint(Guid appointmentId, Guid personId, DateOnly from, string? letterNumber, AppointmentReasons? appointmentReasons, DateTimeOffset now)
    {
        Expect(personId, new Span(from, null));
        return new Appointment
        {
            Id = appointmentId, FirstId = appointmentId, SeatId = Id, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = UnitId,
            PersonId = personId, From = from, LetterNumber = letterNumber, QuotaReason = appointmentReasons?.Quota, DoublePostReason = appointmentReasons?.DoublePost, RecordedAt = now,
        };
    }

    /// <summary>The unit names a second person, who comes when the holder cannot.</summary>
    /// <exception cref="RuleBroken">The seat is not a unit's, or not there on that day.</exception>
    public Alternate NameAlternate(Guid alternateId, Guid personId, DateOnly from, string? toldBy, DateTimeOffset now)
    {
        if (UnitId is not { } unit) throw AlternatesRules.OnlyForUnits();
        if (from < From || Until <= from) throw CommitteesRules.SeatNotThere(From);
        return new Alternate
        {
            Id = alternateId, FirstId = alternateId, SeatId = Id, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = unit, PersonId = personId, From = from,
            ToldBy = toldBy, RecordedAt = now,
        };
    }

    /// <summary>Adds a past appointment with a known end, from an imported roster.</summary>
    /// <exception cref="RuleBroken">As with <see cref="Appoint"/>, or it would end before it began.</exception>
    public Appointment AppointUntil(Guid appointmentId, Guid personId, DateOnly from, DateOnly until, EndReason reason, string? letterNumber, AppointmentReasons? appointmentReasons, DateTimeOffset now)
    {
        if (until <= from) throw CommitteesRules.EndsBeforeItBegins(from);
        Expect(personId, new Span(from, until));
        return new Appointment
        {
            Id = appointmentId, FirstId = appointmentId, SeatId = Id, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = UnitId, PersonId = personId, From = from, Until = until,
            EndReason = reason, LetterNumber = letterNumber, QuotaReason = appointmentReasons?.Quota, DoublePostReason = appointmentReasons?.DoublePost, RecordedAt = now,
        };
    }

    /// <summary>Whether somebody can take the seat for a term.</summary>
    /// <exception cref="RuleBroken">As with <see cref="Appoint"/>.</exception>
    public void Expect(Guid personId, Span term)
    {
        if (term.From < From || Until <= term.From) throw CommitteesRules.SeatNotThere(From);
        if (IndividualId is not null && IndividualId != personId) throw CommitteesRules.SeatOfAnother();
        if (Until is { } end && (term.Until is null || term.Until > end)) throw CommitteesRules.BeyondSeat(end);
    }

    /// <summary>Suspends the seat for a time.</summary>
    /// <exception cref="RuleBroken">The seat is not there on the first day.</exception>
    public Suspension Suspend(Guid suspensionId, DateOnly from, DateOnly? until, string? reason, DateTimeOffset now)
    {
        if (from < From || Until <= from) throw CommitteesRules.SeatNotThere(From);
        return new Suspension
        {
            Id = suspensionId, SeatId = Id, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = UnitId, From = from, Until = until, Reason = reason,
            RecordedAt = now,
        };
    }

    /// <summary>
    /// Takes a term with corrected facts. A seat that was there earlier than recorded, or was made for this very term, begins with it.
    /// </summary>
    /// <param name="wasMadeFor">The seat was recorded together with this term, from the same day on.</param>
    /// <exception cref="RuleBroken">The seat belongs to another individual, ends before the term does, or would begin before the committee.</exception>
    public void Admit(Appointment.Facts facts, bool wasMadeFor, DateOnly establishedOn)
    {
        if (IndividualId is not null && IndividualId != facts.PersonId) throw CommitteesRules.SeatOfAnother();
        if (Until is { } end && (facts.Until is null || facts.Until > end)) throw CommitteesRules.BeyondSeat(end);
        if (!wasMadeFor && facts.From >= From) return;
        if (facts.From < establishedOn) throw CommitteesRules.BeforeEstablishment(establishedOn);
        From = facts.From;
    }

    /// <exception cref="RuleBroken">It would end before it began, or has ended.</exception>
    public void Close(DateOnly on, DateTimeOffset now)
    {
        if (Until is not null) throw CommitteesRules.SeatClosed(Until.Value);
        if (on <= From) throw CommitteesRules.EndsBeforeItBegins(From);
        (Until, EndRecordedAt) = (on, now);
    }
}

public enum EndReason
{
    TermOver,
    PostChanged,
    Retired,
    Resigned,
    Released,
    UnitLeft,
    Other,
}

/// <summary>AppointmentReasons for exceptions: exceeding the usual number, or a post on the other level.</summary>
public sealed record AppointmentReasons(string? Quota, string? DoublePost);

/// <summary>
/// A person on a seat from a day until (not including) another, from the letter of appointment on. What becomes known later
/// supersedes the row by a new one; no row is rewritten.
/// </summary>
public sealed class Appointment : Tenanted
{
    /// <summary>The id of the first row; all later versions of this appointment have the same.</summary>
    public required Guid FirstId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public string? LetterNumber { get; init; }

    /// <summary>The reason for exceeding the usual number.</summary>
    public string? QuotaReason { get; init; }

    /// <summary>The reason for appointing a person with a post on the other level.</summary>
    public string? DoublePostReason { get; init; }
    public EndReason? EndReason { get; init; }
    public string? EndRemark { get; init; }

    /// <summary>Why this row corrects the one that it supersedes; null if it is not a correction.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>Why this row was voided: the appointment never took place.</summary>
    public string? WithdrawalReason { get; private set; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Supersedes this row by one that ends on a day; the appointment's history keeps both.</summary>
    /// <exception cref="RuleBroken">It would end before it began.</exception>
    public Appointment EndOn(Guid newRowId, DateOnly on, EndReason reason, string? remark, DateTimeOffset now)
    {
        if (on <= From) throw CommitteesRules.EndsBeforeItBegins(From);
        SupersededAt = now;
        return new Appointment
        {
            Id = newRowId, FirstId = FirstId, SeatId = SeatId, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = UnitId, PersonId = PersonId,
            From = From, Until = on, LetterNumber = LetterNumber, QuotaReason = QuotaReason, DoublePostReason = DoublePostReason, EndReason = reason, EndRemark = remark, RecordedAt = now,
        };
    }

    /// <summary>Supersedes this row by one with the facts as they were; where this one was recorded wrongly, the history keeps both.</summary>
    /// <exception cref="RuleBroken">Nothing is corrected.</exception>
    public Appointment Correct(Guid newRowId, Facts facts, string reason, DateTimeOffset now)
    {
        if (facts == new Facts(PersonId, From, Until, EndReason, LetterNumber)) throw CommitteesRules.NothingCorrected();
        SupersededAt = now;
        return new Appointment
        {
            Id = newRowId, FirstId = FirstId, SeatId = SeatId, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = UnitId, PersonId = facts.PersonId,
            From = facts.From, Until = facts.Until, LetterNumber = facts.LetterNumber, QuotaReason = QuotaReason, DoublePostReason = DoublePostReason, EndReason = facts.EndReason,
            EndRemark = facts.Until is null ? null : EndRemark, CorrectionReason = reason, RecordedAt = now,
        };
    }

    /// <summary>What a correction may concern.</summary>
    public sealed record Facts(Guid PersonId, DateOnly From, DateOnly? Until, EndReason? EndReason, string? LetterNumber);

    /// <summary>Voids the row: the appointment was recorded by mistake, or will not begin.</summary>
    public void Withdraw(string reason, DateTimeOffset now) => (WithdrawalReason, SupersededAt) = (reason, now);

    public bool IsOn(DateOnly day) => SupersededAt is null && From <= day && (Until is null || Until > day);
}

/// <summary>
/// A time in which a seat is suspended: its invitations are not due. From a day until (not including) another, or open. What becomes known
/// later supersedes the row, as with appointments.
/// </summary>
public sealed class Suspension : Tenanted
{
    public required Guid SeatId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Supersedes this row by one that ends on a day.</summary>
    /// <exception cref="RuleBroken">It would end before it began.</exception>
    public Suspension EndOn(Guid newRowId, DateOnly on, DateTimeOffset now)
    {
        if (on <= From) throw CommitteesRules.EndsBeforeItBegins(From);
        SupersededAt = now;
        return new Suspension
        {
            Id = newRowId, SeatId = SeatId, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = UnitId, From = From, Until = on, Reason = Reason,
            RecordedAt = now,
        };
    }
}

public enum QuotaState
{
    None,
    Below,
    Within,
    Above,
}

/// <summary>Part-time members now, against the district's range.</summary>
public sealed record QuotaCheck(int Members, int? Min, int? Max)
{
    public QuotaState State => StateOf(Members);

    /// <summary>The first later day on which a change that is known already takes a number that fits out of the range; null when none does.</summary>
    public QuotaChange? FirstOutside(IReadOnlyCollection<Span> terms, DateOnly after) => State is not QuotaState.Within ? null
        : terms.SelectMany(t => t.Until is { } until ? new[] { t.From, until } : [t.From]).Where(d => d > after).Distinct().Order()
            .Select(d => new QuotaChange(d, terms.Count(t => t.Holds(d)))).FirstOrDefault(c => StateOf(c.Members) is not QuotaState.Within);

    private QuotaState StateOf(int members) => Min is null || Max is null ? QuotaState.None
        : members < Min ? QuotaState.Below : members > Max ? QuotaState.Above : QuotaState.Within;
}

/// <summary>Half-open: from a day until (not including) another, or open.</summary>
public sealed record Span(DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => From <= day && (Until is null || Until > day);

    public bool Overlaps(Span other) => (Until is null || Until > other.From) && (other.Until is null || other.Until > From);
}

/// <summary>How many part-time members there will be from a day on.</summary>
public sealed record QuotaChange(DateOnly Day, int Members);
