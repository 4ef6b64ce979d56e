using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>A place on a committee. It belongs to a unit, to the host or to an individual, independent of its holders.</summary>
public sealed class Seat : Tenanted, ILasts
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

    /// <summary>Appoints a person to the seat; from an imported roster also for a past term with a known end.</summary>
    /// <exception cref="RuleBroken">The seat is not there on that day, ends before the term does, or belongs to another
    /// individual.</exception>
    public Appointment Appoint(
        Guid appointmentId,
        Guid personId,
        Span term,
        EndReason? endReason,
        string? letterNumber,
        AppointmentReasons? appointmentReasons,
        DateTimeOffset now
    )
    {
        Expect(personId, term);
        return new Appointment
        {
            Id = appointmentId,
            FirstId = appointmentId,
            SeatId = Id,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            UnitId = UnitId,
            PersonId = personId,
            From = term.From,
            Until = term.Until,
            EndReason = endReason,
            LetterNumber = letterNumber,
            QuotaReason = appointmentReasons?.Quota,
            DoublePostReason = appointmentReasons?.DoublePost,
            RecordedAt = now,
        };
    }

    /// <summary>The unit names a second person, who comes when the holder cannot.</summary>
    /// <exception cref="RuleBroken">The seat is not a unit's, or not there on that day.</exception>
    public Alternate NameAlternate(Guid alternateId, Guid personId, DateOnly from, string? toldBy, DateTimeOffset now)
    {
        if (UnitId is not { } unit)
            throw AlternatesRules.OnlyForUnits();
        if (!this.IsOn(from))
            throw CommitteesRules.SeatNotThere(From);
        return new Alternate
        {
            Id = alternateId,
            FirstId = alternateId,
            SeatId = Id,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            UnitId = unit,
            PersonId = personId,
            From = from,
            ToldBy = toldBy,
            RecordedAt = now,
        };
    }

    /// <summary>Whether somebody can take the seat for a term.</summary>
    /// <exception cref="RuleBroken">As with <see cref="Appoint"/>.</exception>
    public void Expect(Guid personId, Span term)
    {
        if (term.Until <= term.From)
            throw CommitteesRules.EndsBeforeItBegins(term.From);
        if (!this.IsOn(term.From))
            throw CommitteesRules.SeatNotThere(From);
        if (IndividualId is not null && IndividualId != personId)
            throw CommitteesRules.SeatOfAnother();
        if (Until is { } end && !term.HasEndedBy(end))
            throw CommitteesRules.BeyondSeat(end);
    }

    /// <summary>Suspends the seat for a time.</summary>
    /// <exception cref="RuleBroken">The seat is not there on the first day.</exception>
    public Suspension Suspend(Guid suspensionId, DateOnly from, DateOnly? until, string? reason, DateTimeOffset now)
    {
        if (!this.IsOn(from))
            throw CommitteesRules.SeatNotThere(From);
        return new Suspension
        {
            Id = suspensionId,
            SeatId = Id,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            UnitId = UnitId,
            From = from,
            Until = until,
            Reason = reason,
            RecordedAt = now,
        };
    }

    /// <summary>
    /// Takes a term with corrected facts. A seat that was there earlier than recorded, or was made for this very term, begins with it.
    /// </summary>
    /// <param name="wasMadeFor">The seat was recorded together with this term, from the same day on.</param>
    /// <exception cref="RuleBroken">The seat belongs to another individual, ends before the term does, or would begin before the
    /// committee.</exception>
    public void Admit(Appointment.Facts facts, bool wasMadeFor, DateOnly establishedOn)
    {
        if (IndividualId is not null && IndividualId != facts.PersonId)
            throw CommitteesRules.SeatOfAnother();
        if (Until is { } end && !facts.HasEndedBy(end))
            throw CommitteesRules.BeyondSeat(end);
        if (!wasMadeFor && facts.From >= From)
            return;
        if (facts.From < establishedOn)
            throw CommitteesRules.BeforeEstablishment(establishedOn);
        From = facts.From;
    }

    /// <exception cref="RuleBroken">It would end before it began, or has ended.</exception>
    public void Close(DateOnly on, DateTimeOffset now)
    {
        if (Until is not null)
            throw CommitteesRules.SeatClosed(Until.Value);
        if (on <= From)
            throw CommitteesRules.EndsBeforeItBegins(From);
        (Until, EndRecordedAt) = (on, now);
    }
}
