using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations.Preparation;

/// <summary>The history of a committee: prepared, submitted, approved, established; terms, renewals and extensions; dissolved.</summary>
public sealed class SeeLifecycle(Door door)
{
    /// <param name="IsLevelAbove">Whether the reader is responsible for the approving level.</param>
    /// <param name="TermYears">The usual length of a term of its kind.</param>
    /// <param name="Ready">Nominations that have come through the chain.</param>
    /// <param name="Events">By their days.</param>
    public sealed record Answer(
        Guid CommitteeId,
        long RowVersion,
        string Name,
        string KindText,
        Guid PlaceId,
        string Place,
        PlaceLevel Level,
        CommitteeState State,
        DateOnly? EstablishedOn,
        DateOnly Today,
        bool IsLevelAbove,
        int? TermYears,
        bool ChainIsOn,
        int Ready,
        IReadOnlyList<ListNominations.Row> Nominations,
        IReadOnlyList<EventRow> Events
    )
    {
        public bool IsPrepared =>
            State is CommitteeState.Preparing or CommitteeState.Submitted or CommitteeState.Returned
            || (State == CommitteeState.Approved && EstablishedOn is null);
    }

    /// <param name="Number">Of the term that began, or is to begin.</param>
    /// <param name="Until">The new end of a term that was extended.</param>
    /// <param name="RecordedAt">Null where only the fact is known.</param>
    /// <param name="Who">The recorder's name where the account is within reach, the login otherwise.</param>
    public sealed record EventRow(
        LifecycleEvent Kind,
        DateOnly On,
        int? Number,
        DateOnly? Until,
        string? DocumentNumber,
        string? Remark,
        DateTimeOffset? RecordedAt,
        string? Who
    );

    public async Task<Answer> AskAsync(Scope scope, Guid committeeId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var found =
            await CommitteeLifecycle
                .Today(db)
                .Where(l => l.Committee.Id == committeeId)
                .Join(
                    db.CommitteeKinds,
                    l => l.Committee.KindId,
                    k => k.Id,
                    (l, k) =>
                        new
                        {
                            l.Committee,
                            l.State,
                            Kind = k,
                        }
                )
                .Join(
                    db.Places,
                    x => x.Committee.PlaceId,
                    p => p.Id,
                    (x, p) =>
                        new
                        {
                            x.Committee,
                            x.State,
                            x.Kind,
                            Place = p,
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var committee = found.Committee;
        var chain = await NominationChain.ReadAsync(db, ct);
        var nominations = committee.EstablishedOn is null
            ? await ListNominations.NamedAsync(
                db,
                await ListNominations.Rows(db, new() { CommitteeId = committee.Id }).Take(ListQuestion.LargestPage).ToListAsync(ct),
                ct
            )
            : [];
        return new Answer(
            committee.Id,
            committee.RowVersion,
            committee.Name,
            found.Kind.Said,
            found.Place.Id,
            found.Place.Name,
            found.Place.Level,
            found.State,
            committee.EstablishedOn,
            db.Today,
            LevelAbove.IsWithin(db, found.Place),
            found.Kind.TermYears,
            !chain.IsOff,
            nominations.Count(n => chain.Next(n.Kind, n.State) == NominationAction.Appointed && !(n.PublicUntil > db.Today)),
            nominations,
            [.. (await StepsAsync(db, committee, ct)).Concat(await TermsAsync(db, committee, ct)).OrderBy(e => e.On)]
        );
    }

    /// <summary>The steps to its establishment; for a committee recorded later, only the establishment.</summary>
    private static async Task<IEnumerable<EventRow>> StepsAsync(PortalDb db, Committee committee, CancellationToken ct)
    {
        var (journal, accounts) = (db.Journal, db.Accounts);
        var steps = await db
            .CommitteeSteps.AsNoTracking()
            .Where(s => s.CommitteeId == committee.Id)
            .OrderBy(s => s.RecordedAt)
            .ThenBy(s => s.Id)
            .Select(s => new
            {
                s.Action,
                s.On,
                s.DocumentNumber,
                s.Remark,
                s.RecordedAt,
                Who = journal
                    .Where(j => j.SubjectId == s.Id && j.At == s.RecordedAt)
                    .Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var events = steps
            .Select(s => new EventRow(Of(s.Action), s.On, null, null, s.DocumentNumber, s.Remark, s.RecordedAt, s.Who))
            .ToList();
        if (committee is not { Preparation: null, EstablishedOn: { } established })
            return events;
        var entry = await journal
            .AsNoTracking()
            .Where(j => j.SubjectId == committee.Id && j.Action == "added")
            .Select(j => new
            {
                j.At,
                Who = accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName,
            })
            .FirstOrDefaultAsync(ct);
        return events.Append(new EventRow(LifecycleEvent.Established, established, null, null, null, null, entry?.At, entry?.Who));
    }

    private static LifecycleEvent Of(PreparationAction action) =>
        action switch
        {
            PreparationAction.Prepared => LifecycleEvent.Prepared,
            PreparationAction.Submitted => LifecycleEvent.Submitted,
            PreparationAction.Returned => LifecycleEvent.Returned,
            PreparationAction.Approved => LifecycleEvent.Approved,
            PreparationAction.GivenUp => LifecycleEvent.GivenUp,
            _ => LifecycleEvent.Established,
        };

    private static async Task<IEnumerable<EventRow>> TermsAsync(PortalDb db, Committee committee, CancellationToken ct)
    {
        var terms = await db.CommitteeTerms.AsNoTracking().Where(t => t.CommitteeId == committee.Id).ToListAsync(ct);
        var renewals = await db.Renewals.AsNoTracking().Where(r => r.CommitteeId == committee.Id).ToListAsync(ct);
        var written = await WrittenAsync(db, [committee.Id, .. terms.Select(t => t.Id), .. renewals.Select(r => r.Id)], ct);
        return
        [
            .. renewals.Select(r =>
                Recorded(
                    new(LifecycleEvent.RenewalOpened, r.OpenedOn, r.TermNumber, null, r.Approval, null, null, null),
                    w => w.Row == r.Id && w.IsNew
                )
            ),
            .. renewals
                .Where(r => r.State == RenewalState.Cancelled)
                .Select(r =>
                    Recorded(
                        new(LifecycleEvent.RenewalCancelled, r.ClosedOn!.Value, r.TermNumber, null, null, r.CancelReason, null, null),
                        w => w.Row == r.Id && w.Says(nameof(r.ClosedOn), r.ClosedOn.Value)
                    )
                ),
            .. terms.Select(t =>
                Recorded(new(LifecycleEvent.TermBegan, t.EndedOn, t.Number + 1, null, null, null, null, null), w => w.Row == t.Id)
            ),
            .. terms
                .Where(t => t.ExtendedUntil is not null)
                .Select(t => Extended(t.PlannedEnd!.Value, t.ExtendedUntil, t.ExtensionApproval)),
            .. committee.ExtendedFrom is { } planned
                ? [Extended(planned, committee.TermEndsOn, committee.ExtensionApproval)]
                : Array.Empty<EventRow>(),
            .. committee is { EstablishedOn: not null, DissolvedOn: { } gone }
                ?
                [
                    Recorded(
                        new(LifecycleEvent.Dissolved, gone, null, null, null, committee.DissolutionReason, null, null),
                        w => w.Row == committee.Id && w.Says(nameof(committee.DissolvedOn), gone)
                    ),
                ]
                : Array.Empty<EventRow>(),
        ];

        // The day of the approval is not recorded; the planned end is used.
        EventRow Extended(DateOnly planned, DateOnly? until, string? approval) =>
            Recorded(
                new(LifecycleEvent.Extended, planned, null, until, approval, null, null, null),
                w => w.Row == committee.Id && w.Says(nameof(committee.ExtendedFrom), planned)
            );

        EventRow Recorded(EventRow eventRow, Func<Written, bool> asIn) =>
            written.FirstOrDefault(asIn) is { } entry ? eventRow with { RecordedAt = entry.At, Who = entry.Who } : eventRow;
    }

    /// <summary>
    /// The recorder and time, from the journal, of events without a time of their own: new rows, closings and extensions.
    /// </summary>
    private static Task<List<Written>> WrittenAsync(PortalDb db, IReadOnlyList<Guid> rows, CancellationToken ct)
    {
        var accounts = db.Accounts;
        return db
            .Journal.AsNoTracking()
            .Where(j => rows.Contains(j.SubjectId!.Value))
            .Where(j =>
                j.Action == "added"
                || EF.Functions.JsonExistAny(
                    j.After!,
                    nameof(Committee.DissolvedOn),
                    nameof(Committee.ExtendedFrom),
                    nameof(Renewal.ClosedOn)
                )
            )
            .OrderBy(j => j.At)
            .ThenBy(j => j.Ordinal)
            .Select(j => new Written(
                j.SubjectId!.Value,
                j.Action == "added",
                j.After!,
                j.At,
                accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName
            ))
            .ToListAsync(ct);
    }

    private sealed record Written(Guid Row, bool IsNew, string Columns, DateTimeOffset At, string Who)
    {
        public bool Says(string column, DateOnly day) => JournalJson.DayIn(Columns, column) == day;
    }
}
