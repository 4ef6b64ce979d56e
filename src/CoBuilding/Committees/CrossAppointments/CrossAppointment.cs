using CoBuilding.Data;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>
/// The leg from the host to a unit: a person of the street's or community's office in the unit's Party organization. Its counterpart
/// is the unit's member on the host's committee. Each step supersedes the row by a new one, and so does a correction: all rows of one
/// appointment bear the same <see cref="FirstId"/>.
/// </summary>
public sealed class CrossAppointment : Tenanted, IEnds, IRecorded
{
    public required Guid FirstId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The post in the unit's Party organization.</summary>
    public required string Title { get; init; }
    public required CrossState State { get; init; }

    /// <summary>The day on which this step was taken.</summary>
    public required DateOnly On { get; init; }
    public Confirmation? Confirmation { get; private set; }

    /// <summary>The number of the superior's approving document, which itself is not stored.</summary>
    public string? DocumentNumber { get; private set; }
    public DateOnly? From { get; private set; }
    public DateOnly? PlannedUntil { get; private set; }
    public DateOnly? Until { get; private set; }
    public EndReason? EndReason { get; private set; }
    public string? Remark { get; init; }

    /// <summary>The person at the unit who reported it.</summary>
    public string? ToldBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    public bool IsUnderWay => State is CrossState.Proposed or CrossState.Studied or CrossState.Approved;

    public static IReadOnlyList<CrossState> StepsAfter(CrossState state) =>
        state switch
        {
            CrossState.Proposed => [CrossState.Studied, CrossState.Declined, CrossState.Withdrawn],
            CrossState.Studied => [CrossState.Approved, CrossState.Declined, CrossState.Withdrawn],
            CrossState.Approved => [CrossState.InOffice, CrossState.Declined, CrossState.Withdrawn],
            CrossState.InOffice => [CrossState.Ended],
            _ => [],
        };

    /// <exception cref="RuleBroken">The unit has not been asked, or has decided already.</exception>
    public CrossAppointment Study(Guid newRowId, DateOnly on, string? remark, string? toldBy, DateTimeOffset now)
    {
        Expect(CrossState.Studied);
        return Next(newRowId, CrossState.Studied, on, remark, toldBy, now);
    }

    /// <exception cref="RuleBroken">The unit's Party organization has not discussed it.</exception>
    public CrossAppointment Approve(
        Guid newRowId,
        DateOnly on,
        Confirmation confirmation,
        string? documentNumber,
        string? remark,
        string? toldBy,
        DateTimeOffset now
    )
    {
        Expect(CrossState.Approved);
        var next = Next(newRowId, CrossState.Approved, on, remark, toldBy, now);
        (next.Confirmation, next.DocumentNumber) = (confirmation, documentNumber);
        return next;
    }

    /// <exception cref="RuleBroken">It was not approved, or would end before it began.</exception>
    public CrossAppointment TakeOffice(
        Guid newRowId,
        DateOnly from,
        DateOnly? plannedUntil,
        string? remark,
        string? toldBy,
        DateTimeOffset now
    )
    {
        Expect(CrossState.InOffice);
        if (plannedUntil <= from)
            throw CrossAppointmentsRules.PlannedEndBeforeBegin(from);
        var next = Next(newRowId, CrossState.InOffice, from, remark, toldBy, now);
        (next.From, next.PlannedUntil) = (from, plannedUntil);
        return next;
    }

    /// <summary>Ends it from a day on. The unit's member on the host's committee stays.</summary>
    /// <exception cref="RuleBroken">Nobody is in office, or it would end before it began.</exception>
    public CrossAppointment End(Guid newRowId, DateOnly on, EndReason reason, string? remark, string? toldBy, DateTimeOffset now)
    {
        Expect(CrossState.Ended);
        if (on <= From)
            throw CommitteesRules.EndsBeforeItBegins(From!.Value);
        var next = Next(newRowId, CrossState.Ended, on, remark, toldBy, now);
        (next.Until, next.EndReason) = (on, reason);
        return next;
    }

    /// <exception cref="RuleBroken">It is decided already.</exception>
    public CrossAppointment Decline(Guid newRowId, DateOnly on, string? remark, string? toldBy, DateTimeOffset now) =>
        Lapse(newRowId, CrossState.Declined, on, remark, toldBy, now);

    /// <exception cref="RuleBroken">It is decided already.</exception>
    public CrossAppointment Withdraw(Guid newRowId, DateOnly on, string? remark, DateTimeOffset now) =>
        Lapse(newRowId, CrossState.Withdrawn, on, remark, null, now);

    /// <summary>Supersedes the record of the last step by the corrected facts; for an ended one only the end.</summary>
    /// <exception cref="RuleBroken">It would end before it began.</exception>
    public CrossAppointment Correct(
        Guid newRowId,
        string title,
        DateOnly on,
        string? documentNumber,
        DateOnly? plannedUntil,
        string remark,
        DateTimeOffset now
    )
    {
        var from = State == CrossState.InOffice ? on : From;
        if (plannedUntil <= from)
            throw CrossAppointmentsRules.PlannedEndBeforeBegin(from!.Value);
        if (State == CrossState.Ended && on <= From)
            throw CommitteesRules.EndsBeforeItBegins(From!.Value);
        var next = Copy(newRowId, title, State, on, remark, ToldBy, now);
        (next.DocumentNumber, next.From, next.PlannedUntil) = (documentNumber, from, plannedUntil);
        if (State == CrossState.Ended)
            next.Until = on;
        return next;
    }

    private CrossAppointment Lapse(Guid newRowId, CrossState state, DateOnly on, string? remark, string? toldBy, DateTimeOffset now)
    {
        Expect(state);
        return Next(newRowId, state, on, remark, toldBy, now);
    }

    private void Expect(CrossState step)
    {
        if (!StepsAfter(State).Contains(step))
            throw CrossAppointmentsRules.AtAnotherStep();
    }

    private CrossAppointment Next(Guid newRowId, CrossState state, DateOnly on, string? remark, string? toldBy, DateTimeOffset now)
    {
        if (on < On)
            throw CrossAppointmentsRules.BeforeTheLastStep(On);
        return Copy(newRowId, Title, state, on, remark, toldBy, now);
    }

    private CrossAppointment Copy(
        Guid newRowId,
        string title,
        CrossState state,
        DateOnly on,
        string? remark,
        string? toldBy,
        DateTimeOffset now
    )
    {
        SupersededAt = now;
        return new CrossAppointment
        {
            Id = newRowId,
            FirstId = FirstId,
            UnitId = UnitId,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            PersonId = PersonId,
            Title = title,
            State = state,
            On = on,
            Confirmation = Confirmation,
            DocumentNumber = DocumentNumber,
            From = From,
            PlannedUntil = PlannedUntil,
            Until = Until,
            EndReason = EndReason,
            Remark = remark,
            ToldBy = toldBy,
            RecordedAt = now,
        };
    }
}
