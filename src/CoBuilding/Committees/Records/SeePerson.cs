using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>
/// One person with posts, what the person holds on bodies as the rooms tell, and accounts, including merged records. A person who holds or
/// held something within reach can be seen; what the person holds elsewhere in the district is shown without links: posts as unit and
/// title, seats only by their body.
/// </summary>
public sealed class SeePerson(Door door, IEnumerable<IPersonHoldings> holdings)
{
    /// <param name="Mobile">Masked; so is the e-mail address.</param>
    /// <param name="MayManage">The person holds a post within reach, so name and number can be edited.</param>
    public sealed record Answer(
        Guid Id,
        string Name,
        string? Mobile,
        string? Email,
        bool MayManage,
        IReadOnlyList<PostRow> Posts,
        IReadOnlyList<SeatRow> Seats,
        IReadOnlyList<AccountRow> Accounts,
        IReadOnlyList<Duplicate> Duplicates,
        long RowVersion
    )
    {
        public bool IsInService => Posts.Any(p => p.Until is null || p.IsCurrent) || Seats.Any(s => s.Until is null || s.IsCurrent);
    }

    /// <param name="UnitId">Null if the unit is out of reach, or the post is at an office.</param>
    public sealed record PostRow(
        Guid? UnitId,
        string? Unit,
        string Place,
        string Title,
        bool IsSecretary,
        bool IsLiaisonOfficer,
        DateOnly From,
        DateOnly? Until,
        bool IsCurrent
    ) : ILasts;

    /// <param name="KindKey">See <see cref="PersonHolding"/>.</param>
    /// <param name="CommitteeId">Null if the body is out of reach; then only its name and the days are shown.</param>
    public sealed record SeatRow(
        string? KindKey,
        Guid? CommitteeId,
        string Committee,
        string? Title,
        string? Unit,
        DateOnly From,
        DateOnly? Until,
        string? EndKey,
        bool IsCurrent
    );

    public sealed record AccountRow(Guid Id, string Login, DateTimeOffset? ClosedAt);

    /// <summary>A record that was merged into this one.</summary>
    public sealed record Duplicate(Guid Id, string Name, long RowVersion);

    /// <param name="personId">Of a merged record: then the one is shown into which it was merged.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid personId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var people = db.People;
        var records = await people
            .AsNoTracking()
            .Where(p =>
                people.Any(asked =>
                    asked.Id == personId && (p.Id == (asked.MergedIntoId ?? asked.Id) || p.MergedIntoId == (asked.MergedIntoId ?? asked.Id))
                )
            )
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Id)
            .ToListAsync(ct);
        var person = records.Find(p => p.MergedIntoId is null) ?? throw new NotFound();
        Guid[] ids = [.. records.Select(p => p.Id)];
        var posts = await PostsAsync(db, ids, ct);
        var seats = await SeatsAsync(db, ids, ct);
        if (!posts.Any(p => p.Within) && seats.All(s => s.CommitteeId is null))
            throw new NotFound();
        var accounts = await db
            .Accounts.AsNoTracking()
            .Where(a => a.PersonId != null && ids.Contains(a.PersonId.Value))
            .OrderBy(a => a.NormalizedLogin)
            .Select(a => new AccountRow(a.Id, a.Login, a.ClosedAt))
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return new Answer(
            person.Id,
            person.Name,
            Person.Mask(person.Mobile),
            Person.MaskEmail(person.Email),
            posts.Any(p => p.Within && !p.Row.HasEndedBy(db.Today)),
            [.. posts.Select(p => p.Row)],
            seats,
            accounts,
            [.. records.Where(p => p.MergedIntoId is not null).Select(p => new Duplicate(p.Id, p.Name, p.RowVersion))],
            person.RowVersion
        );
    }

    private static async Task<IReadOnlyList<(PostRow Row, bool Within)>> PostsAsync(PortalDb db, Guid[] people, CancellationToken ct)
    {
        var (units, reach, today) = (db.Units, db.Reach, db.Today);
        var found = await db
            .Posts.Lifted("a person's posts everywhere, by name: staff of the district may know them; only units within reach are linked")
            .AsNoTracking()
            .Where(o => people.Contains(o.PersonId))
            .Join(db.Places, o => o.PlaceId, p => p.Id, (o, p) => new { o, Place = p.Name })
            .Select(x => new
            {
                x.o,
                x.Place,
                Unit = units.Where(u => u.Id == x.o.UnitId).Select(u => u.Name).FirstOrDefault(),
                IsLiaison = units.Any(u => u.Id == x.o.UnitId && u.LiaisonOfficerId == x.o.PersonId),
            })
            .OrderBy(x => x.o.Until != null)
            .ThenByDescending(x => x.o.From)
            .ThenBy(x => x.o.Id)
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return
        [
            .. found
                .Select(x =>
                    (
                        x,
                        Within: reach.Everything
                            || reach.Places.Contains(x.o.PlaceId)
                            || (x.o.UnitId is { } unit && reach.Units.Contains(unit))
                    )
                )
                .Select(f =>
                    (
                        new PostRow(
                            f.Within ? f.x.o.UnitId : null,
                            f.x.Unit,
                            f.x.Place,
                            f.x.o.Title,
                            f.x.o.IsSecretary,
                            f.x.IsLiaison,
                            f.x.o.From,
                            f.x.o.Until,
                            f.x.o.IsOn(today)
                        ),
                        f.Within
                    )
                ),
        ];
    }

    private async Task<IReadOnlyList<SeatRow>> SeatsAsync(PortalDb db, Guid[] people, CancellationToken ct)
    {
        var (reach, today) = (db.Reach, db.Today);
        List<PersonHolding> held = [];
        foreach (var room in holdings.OrderBy(h => h.Position))
            held.AddRange(await room.OfAsync(db, people, ct));
        return
        [
            .. held.Select(h =>
                reach.Everything || reach.Places.Contains(h.PlaceId)
                    ? new SeatRow(h.KindKey, h.CommitteeId, h.Committee, h.Title, h.Unit, h.From, h.Until, h.EndKey, h.IsOn(today))
                    : new SeatRow(h.KindKey, null, h.Committee, null, null, h.From, h.Until, null, h.IsOn(today))
            ),
        ];
    }
}
