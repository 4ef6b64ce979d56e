using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.PartyChain;

/// <summary>One Party organization: its position, and the history of its counts, including corrected ones.</summary>
public sealed class SeePartyOrganization(Door door)
{
    /// <param name="Others">Those of the same place, below which it may be put.</param>
    public sealed record Answer(
        Guid Id,
        long RowVersion,
        Guid PlaceId,
        string Place,
        PlaceLevel Level,
        ChainKind Kind,
        string Name,
        Guid? SuperiorId,
        string? Superior,
        DateOnly? EstablishedOn,
        DateOnly? Until,
        IReadOnlyList<Other> Others,
        IReadOnlyList<Count> Counts
    );

    public sealed record Other(Guid Id, ChainKind Kind, string Name, Guid? SuperiorId);

    /// <param name="Who">The recorder's name where the account is within reach, the login otherwise.</param>
    public sealed record Count(Guid Id, DateOnly AsOf, int Members, DateTimeOffset RecordedAt, DateTimeOffset? SupersededAt, string? Who)
        : IRecorded;

    public async Task<Answer> AskAsync(Scope scope, Guid organizationId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeePlaces, ct);
        var (journal, accounts) = (db.Journal, db.Accounts);
        var found =
            await db
                .PartyOrganizations.AsNoTracking()
                .Where(o => o.Id == organizationId)
                .Join(
                    db.Places,
                    o => o.PlaceId,
                    p => p.Id,
                    (o, p) =>
                        new
                        {
                            o,
                            p.Name,
                            p.Level,
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var others = await db
            .PartyOrganizations.AsNoTracking()
            .NotEndedBy(db.Today)
            .Where(o => o.PlaceId == found.o.PlaceId && o.Id != organizationId)
            .OrderByDeclared(o => o.Kind)
            .ThenBy(o => o.Id)
            .Select(o => new Other(o.Id, o.Kind, o.Name, o.SuperiorId))
            .Take(Most)
            .ToListAsync(ct);
        var counts = await db
            .MemberCounts.AsNoTracking()
            .Where(c => c.OrganizationId == organizationId)
            .OrderByDescending(c => c.AsOf)
            .ThenByDescending(c => c.RecordedAt)
            .ThenBy(c => c.Id)
            .Take(ListQuestion.LargestPage)
            .Select(c => new Count(
                c.Id,
                c.AsOf,
                c.Members,
                c.RecordedAt,
                c.SupersededAt,
                journal
                    .Where(j => j.SubjectId == c.Id && j.At == c.RecordedAt)
                    .Select(j => accounts.Where(a => a.Id == j.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? j.ActorName)
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
        var o = found.o;
        return new Answer(
            o.Id,
            o.RowVersion,
            o.PlaceId,
            found.Name,
            found.Level,
            o.Kind,
            o.Name,
            o.SuperiorId,
            others.Find(x => x.Id == o.SuperiorId)?.Name,
            o.EstablishedOn,
            o.Until,
            others,
            counts
        );
    }

    private const int Most = 1_000;
}
