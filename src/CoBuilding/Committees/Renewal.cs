using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>
/// A renewal between two terms: opened by the host with the roster copied as nominations, closed on the day on which the new term
/// is convened, or canceled.
/// </summary>
public sealed class Renewal : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>Of the term to come.</summary>
    public required int TermNumber { get; init; }
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The number of the document that approved an early or a late renewal.</summary>
    public string? Approval { get; private set; }
    public RenewalState State { get; private set; }

    /// <summary>The day on which it was convened or given up.</summary>
    public DateOnly? ClosedOn { get; private set; }
    public string? CancelReason { get; private set; }

    /// <summary>Figures of the convening meeting; all optional.</summary>
    public int? Due { get; private set; }
    public int? Attended { get; private set; }
    public int? VotesCast { get; private set; }
    public int? VotesValid { get; private set; }
    public string? Manner { get; private set; }

    public bool IsOpen => State == RenewalState.Open;

    /// <exception cref="RuleBroken">It is too early or too late, or the approval is missing.</exception>
    public static Renewal Open(Guid id, Committee committee, DateOnly on, string? approval)
    {
        if (committee.DissolvedOn is { } gone)
            throw CommitteesRules.AlreadyDissolved(gone);
        if (on < committee.ExpectEstablished())
            throw LifecycleRules.NotEstablished();
        CheckDay(committee, on, approval);
        return new Renewal
        {
            Id = id,
            CommitteeId = committee.Id,
            PlaceId = committee.PlaceId,
            TermNumber = committee.TermNumber + 1,
            OpenedOn = on,
            Approval = approval,
        };
    }

    /// <summary>The new term is convened: the old one ends on the same day.</summary>
    /// <param name="approval">Of a day that needs one, where the renewal was opened without.</param>
    /// <exception cref="RuleBroken">It is closed already, or on this day it cannot be convened.</exception>
    public CommitteeTerm Convene(Committee committee, DateOnly on, DateOnly? endsOn, string? approval, ConveningFigures facts)
    {
        if (!IsOpen)
            throw TermsRules.RenewalIsOver();
        if (on < OpenedOn)
            throw TermsRules.BeforeOpening(OpenedOn);
        Approval ??= approval;
        CheckDay(committee, on, Approval);
        (State, ClosedOn, Due, Attended, VotesCast, VotesValid, Manner) = (
            RenewalState.Convened,
            on,
            facts.Due,
            facts.Attended,
            facts.VotesCast,
            facts.VotesValid,
            facts.Manner
        );
        return committee.BeginTerm(on, endsOn);
    }

    /// <summary>
    /// From half a year before the planned end until the term's end; otherwise with approval, and within a year of the planned end.
    /// </summary>
    private static void CheckDay(Committee committee, DateOnly on, string? approval)
    {
        if (committee.TermEndsOn is not { } end)
            return;
        var planned = committee.ExtendedFrom ?? end;
        if (on < planned.AddYears(-1))
            throw TermsRules.TooEarly(planned.AddYears(-1));
        if (on > planned.AddYears(1))
            throw TermsRules.TooLate(planned.AddYears(1));
        if ((on < planned.AddMonths(-CommitteeLifecycle.NearMonths) || on > end) && approval is null)
            throw TermsRules.ApprovalMissing(planned.AddMonths(-CommitteeLifecycle.NearMonths), end);
    }

    /// <exception cref="RuleBroken">It is closed already.</exception>
    public void Cancel(DateOnly on, string reason)
    {
        if (!IsOpen)
            throw TermsRules.RenewalIsOver();
        (State, ClosedOn, CancelReason) = (RenewalState.Cancelled, on, reason);
    }
}
