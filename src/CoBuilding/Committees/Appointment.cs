using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>
/// A person on a seat from a day until (not including) another, from the letter of appointment on. What becomes known later
/// supersedes the row by a new one; no row is rewritten.
/// </summary>
public sealed class Appointment : Tenanted, ILasts, IRecorded
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
        if (on <= From)
            throw CommitteesRules.EndsBeforeItBegins(From);
        SupersededAt = now;
        return new Appointment
        {
            Id = newRowId,
            FirstId = FirstId,
            SeatId = SeatId,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            UnitId = UnitId,
            PersonId = PersonId,
            From = From,
            Until = on,
            LetterNumber = LetterNumber,
            QuotaReason = QuotaReason,
            DoublePostReason = DoublePostReason,
            EndReason = reason,
            EndRemark = remark,
            RecordedAt = now,
        };
    }

    /// <summary>
    /// Supersedes this row by one with the facts as they were; where this one was recorded wrongly, the history keeps both.
    /// </summary>
    /// <exception cref="RuleBroken">Nothing is corrected.</exception>
    public Appointment Correct(Guid newRowId, Facts facts, string reason, DateTimeOffset now)
    {
        if (facts == new Facts(PersonId, From, Until, EndReason, LetterNumber))
            throw CommitteesRules.NothingCorrected();
        SupersededAt = now;
        return new Appointment
        {
            Id = newRowId,
            FirstId = FirstId,
            SeatId = SeatId,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            UnitId = UnitId,
            PersonId = facts.PersonId,
            From = facts.From,
            Until = facts.Until,
            LetterNumber = facts.LetterNumber,
            QuotaReason = QuotaReason,
            DoublePostReason = DoublePostReason,
            EndReason = facts.EndReason,
            EndRemark = facts.Until is null ? null : EndRemark,
            CorrectionReason = reason,
            RecordedAt = now,
        };
    }

    /// <summary>What a correction may concern.</summary>
    public sealed record Facts(Guid PersonId, DateOnly From, DateOnly? Until, EndReason? EndReason, string? LetterNumber) : ILasts;

    /// <summary>Voids the row: the appointment was recorded by mistake, or will not begin.</summary>
    public void Withdraw(string reason, DateTimeOffset now) => (WithdrawalReason, SupersededAt) = (reason, now);
}
