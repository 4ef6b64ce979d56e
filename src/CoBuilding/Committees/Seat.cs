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

/// <summary>A place on a committee. It belongs to a unit, to the host or to an individual, and survives its holders.</summary>
public sealed class Seat : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required SeatKind Kind { get; init; }
    public required SeatRole Role { get; set; }
    public required string Title { get; set; }
    public Guid? UnitId { get; init; }
    public Guid? IndividualId { get; init; }

    /// <summary>Whoever becomes the unit's Party secretary takes it over.</summary>
    public bool FollowsPost { get; set; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; private set; }

    /// <summary>When the portal came to know of the seat, and of its end.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? EndRecordedAt { get; private set; }

    /// <summary>Somebody takes the seat, from a day on.</summary>
    /// <exception cref="RuleBroken">The seat is not there on that day, or belongs to another individual.</exception>
    public Appointment Appoint(Guid appointmentId, Guid personId, DateOnly from, string? letterNumber, string? quotaReason, DateTimeOffset now)
    {
        if (from < From || Until <= from) throw CommitteesRules.SeatNotThere(From);
        if (IndividualId is not null && IndividualId != personId) throw CommitteesRules.SeatOfAnother();
        return new Appointment
        {
            Id = appointmentId, FirstId = appointmentId, SeatId = Id, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = UnitId,
            PersonId = personId, From = from, LetterNumber = letterNumber, QuotaReason = quotaReason, RecordedAt = now,
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

    /// <summary>Somebody took the seat whose end is known as well: a row of an old roster.</summary>
    /// <exception cref="RuleBroken">As with <see cref="Appoint"/>, or it would end before it began.</exception>
    public Appointment AppointUntil(Guid appointmentId, Guid personId, DateOnly from, DateOnly until, EndReason reason, string? letterNumber, string? quotaReason, DateTimeOffset now)
    {
        if (until <= from) throw CommitteesRules.EndsBeforeItBegins(from);
        return Appoint(appointmentId, personId, from, letterNumber, quotaReason, now).With(appointmentId, from, until, reason, letterNumber, now);
    }

    /// <summary>Asks nothing of the seat for a time.</summary>
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

/// <summary>
/// A person on a seat from a day until (not including) another, from the letter of appointment on. What becomes known later
/// supersedes the row by a new one; no row is rewritten.
/// </summary>
public sealed class Appointment : Tenanted
{
    /// <summary>The first row of this appointment: all its later versions bear the same.</summary>
    public required Guid FirstId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public string? LetterNumber { get; init; }

    /// <summary>Why somebody was appointed beyond the usual number.</summary>
    public string? QuotaReason { get; init; }
    public EndReason? EndReason { get; init; }
    public string? EndRemark { get; init; }
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
            From = From, Until = on, LetterNumber = LetterNumber, QuotaReason = QuotaReason, EndReason = reason, EndRemark = remark, RecordedAt = now,
        };
    }

    /// <summary>Supersedes this row by one with what turned out to be right.</summary>
    /// <exception cref="RuleBroken">It would end before it began.</exception>
    public Appointment CorrectTo(Guid newRowId, DateOnly from, DateOnly? until, EndReason? reason, string? letterNumber, DateTimeOffset now)
    {
        if (until <= from) throw CommitteesRules.EndsBeforeItBegins(from);
        SupersededAt = now;
        return With(newRowId, from, until, reason, letterNumber, now);
    }

    /// <summary>The same appointment in other words.</summary>
    internal Appointment With(Guid id, DateOnly from, DateOnly? until, EndReason? reason, string? letterNumber, DateTimeOffset now) => new()
    {
        Id = id, FirstId = FirstId, SeatId = SeatId, CommitteeId = CommitteeId, PlaceId = PlaceId, UnitId = UnitId, PersonId = PersonId,
        From = from, Until = until, LetterNumber = letterNumber, QuotaReason = QuotaReason, EndReason = reason, EndRemark = EndRemark, RecordedAt = now,
    };

    public bool IsOn(DateOnly day) => SupersededAt is null && From <= day && (Until is null || Until > day);
}

/// <summary>
/// A time in which a seat is kept and asked for nothing: no invitation to it is due. From a day until (not including) another,
/// or open. What becomes known later supersedes the row, as with appointments.
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

/// <summary>How many part-time members a kind of committee should have in this district. It warns and never blocks.</summary>
public sealed class Quota : Tenanted
{
    public required CommitteeKind Kind { get; init; }
    public required int Min { get; set; }
    public required int Max { get; set; }

    /// <summary>Going beyond asks for a reason, which may be empty unless this is set.</summary>
    public bool RequiresReason { get; set; }

    /// <summary>Dalian's practice, until the district sets its own; null where none is customary.</summary>
    public static (int Min, int Max)? Default(CommitteeKind kind) => kind switch
    {
        CommitteeKind.BigWorking => (8, 10),
        CommitteeKind.BigParty => (3, 5),
        _ => null,
    };
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
}

/// <summary>How many part-time members there will be from a day on.</summary>
public sealed record QuotaChange(DateOnly Day, int Members);
