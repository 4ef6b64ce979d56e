using CoBuilding.Access;
using CoBuilding.Committees;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations.Renewals;

/// <summary>
/// A committee's terms, the current one first, with how each was convened; whether a renewal is open; how many nominations are under way.
/// </summary>
public sealed class SeeTerms(Door door)
{
    /// <param name="RenewalId">The open renewal; null: none is.</param>
    /// <param name="ChainIsOn">Whether the district asks for any step before an appointment.</param>
    public sealed record Answer(
        Guid CommitteeId,
        long RowVersion,
        string Committee,
        CommitteeState State,
        DateOnly Today,
        bool IsDissolved,
        Guid? RenewalId,
        int UnderWay,
        bool ChainIsOn,
        IReadOnlyList<Term> Terms
    )
    {
        public Term Current => Terms[0];
    }

    /// <param name="EndedOn">The first day of the next one; null: it is the current one.</param>
    public sealed record Term(
        int Number,
        DateOnly From,
        DateOnly? PlannedEnd,
        DateOnly? ExtendedUntil,
        string? ExtensionApproval,
        DateOnly? EndedOn,
        RenewalFacts? Convened
    );

    public sealed record RenewalFacts(
        DateOnly OpenedOn,
        string? Approval,
        int? Due,
        int? Attended,
        int? VotesCast,
        int? VotesValid,
        string? Manner
    );

    public async Task<Answer> AskAsync(Scope scope, Guid committeeId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var (committee, state) = await CommitteeLifecycle.OfAsync(db, committeeId, ct);
        var established = committee.ExpectEstablished();
        var past = await db
            .CommitteeTerms.AsNoTracking()
            .Where(t => t.CommitteeId == committeeId)
            .OrderByDescending(t => t.Number)
            .ToListAsync(ct);
        var renewals = await db
            .Renewals.AsNoTracking()
            .Where(r => r.CommitteeId == committeeId && r.State != RenewalState.Cancelled)
            .ToListAsync(ct);
        var underWay = await NominationsUnderWay.UnderWay(db, committeeId, null).CountAsync(ct);
        var chain = await NominationChain.ReadAsync(db, ct);
        return new Answer(
            committee.Id,
            committee.RowVersion,
            committee.Name,
            state,
            db.Today,
            committee.DissolvedOn is not null,
            renewals.SingleOrDefault(r => r.IsOpen)?.Id,
            underWay,
            !chain.IsOff,
            [
                new Term(
                    committee.TermNumber,
                    committee.TermFrom ?? established,
                    committee.ExtendedFrom ?? committee.TermEndsOn,
                    committee.ExtendedFrom is null ? null : committee.TermEndsOn,
                    committee.ExtensionApproval,
                    null,
                    Facts(committee.TermNumber)
                ),
                .. past.Select(t => new Term(
                    t.Number,
                    t.From,
                    t.PlannedEnd,
                    t.ExtendedUntil,
                    t.ExtensionApproval,
                    t.EndedOn,
                    Facts(t.Number)
                )),
            ]
        );

        RenewalFacts? Facts(int term) =>
            renewals
                .Where(r => !r.IsOpen && r.TermNumber == term)
                .Select(r => new RenewalFacts(r.OpenedOn, r.Approval, r.Due, r.Attended, r.VotesCast, r.VotesValid, r.Manner))
                .SingleOrDefault();
    }
}
