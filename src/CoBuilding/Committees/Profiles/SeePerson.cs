using CoBuilding.Access;
using CoBuilding.Committees.Alternates;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Profiles;

/// <summary>
/// One person with posts, seats, roles as alternate or cross-appointed, and accounts, including merged records. A person who holds or held
/// something within reach can be seen; what the person holds elsewhere in the district is shown without links: posts as unit and title,
/// seats only by their body.
/// </summary>
public sealed class SeePerson(Door door)
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
    );

    public enum Part
    {
        Member,

        /// <summary>Named by the unit as the second person for its seat.</summary>
        Alternate,

        /// <summary>Sent by the host into the unit's Party organization.</summary>
        CrossAppointed,
    }

    /// <param name="CommitteeId">Null if the body is out of reach; then only its name and the days are shown.</param>
    public sealed record SeatRow(
        Part Part,
        Guid? CommitteeId,
        string Committee,
        string? Title,
        SeatRole? Role,
        string? Unit,
        DateOnly From,
        DateOnly? Until,
        EndReason? EndReason,
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
        var posts = await PostsLiftedAsync(db, ids, ct);
        var seats = await SeatsLiftedAsync(db, ids, ct);
        if (!posts.Any(p => p.Within) && seats.All(s => s.Row.CommitteeId is null))
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
            posts.Any(p => p.Within && (p.Row.Until is null || p.Row.Until > db.Today)),
            [.. posts.Select(p => p.Row)],
            [.. seats.Select(s => s.Row)],
            accounts,
            [.. records.Where(p => p.MergedIntoId is not null).Select(p => new Duplicate(p.Id, p.Name, p.RowVersion))],
            person.RowVersion
        );
    }

    /// <summary>Lifted: names and posts are visible to the district's staff; links to units stay within reach.</summary>
    private static async Task<IReadOnlyList<(PostRow Row, bool Within)>> PostsLiftedAsync(PortalDb db, Guid[] people, CancellationToken ct)
    {
        var (units, reach, today) = (db.Units.IgnoreQueryFilters([PortalDb.ReachFilter]), db.Reach, db.Today);
        var found = await db
            .Posts.IgnoreQueryFilters([PortalDb.ReachFilter])
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
                            f.x.o.IsCurrent(today)
                        ),
                        f.Within
                    )
                ),
        ];
    }

    /// <summary>Lifted: for a seat out of reach only the body's name and the days.</summary>
    private static async Task<IReadOnlyList<(SeatRow Row, bool Within)>> SeatsLiftedAsync(PortalDb db, Guid[] people, CancellationToken ct)
    {
        var (units, reach, today) = (db.Units.IgnoreQueryFilters([PortalDb.ReachFilter]), db.Reach, db.Today);
        var found = await db
            .Appointments.IgnoreQueryFilters([PortalDb.ReachFilter])
            .AsNoTracking()
            .Where(a => a.SupersededAt == null && people.Contains(a.PersonId))
            .Join(
                db.Committees.IgnoreQueryFilters([PortalDb.ReachFilter]),
                a => a.CommitteeId,
                c => c.Id,
                (a, c) => new { a, Committee = c.Name }
            )
            .Join(
                db.Seats.IgnoreQueryFilters([PortalDb.ReachFilter]),
                x => x.a.SeatId,
                s => s.Id,
                (x, s) =>
                    new
                    {
                        x.a,
                        x.Committee,
                        s.Title,
                        s.Role,
                        Unit = units.Where(u => u.Id == x.a.UnitId).Select(u => u.Name).FirstOrDefault(),
                    }
            )
            .OrderBy(x => x.a.Until != null)
            .ThenByDescending(x => x.a.From)
            .ThenBy(x => x.a.Id)
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        var alternates = await db
            .Alternates.IgnoreQueryFilters([PortalDb.ReachFilter])
            .AsNoTracking()
            .Where(a => a.SupersededAt == null && people.Contains(a.PersonId))
            .Join(
                db.Committees.IgnoreQueryFilters([PortalDb.ReachFilter]),
                a => a.CommitteeId,
                c => c.Id,
                (a, c) => new { a, Committee = c.Name }
            )
            .Join(
                units,
                x => x.a.UnitId,
                u => u.Id,
                (x, u) =>
                    new
                    {
                        x.a,
                        x.Committee,
                        Unit = u.Name,
                    }
            )
            .OrderBy(x => x.a.Until != null)
            .ThenByDescending(x => x.a.From)
            .ThenBy(x => x.a.Id)
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        var crossed = await db
            .CrossAppointments.IgnoreQueryFilters([PortalDb.ReachFilter])
            .AsNoTracking()
            .Where(a => a.SupersededAt == null && a.From != null && people.Contains(a.PersonId))
            .Join(
                db.Committees.IgnoreQueryFilters([PortalDb.ReachFilter]),
                a => a.CommitteeId,
                c => c.Id,
                (a, c) => new { a, Committee = c.Name }
            )
            .Join(
                units,
                x => x.a.UnitId,
                u => u.Id,
                (x, u) =>
                    new
                    {
                        x.a,
                        x.Committee,
                        Unit = u.Name,
                    }
            )
            .OrderBy(x => x.a.Until != null)
            .ThenByDescending(x => x.a.From)
            .ThenBy(x => x.a.Id)
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return
        [
            .. found.Select(x =>
                Within(
                    x.a.PlaceId,
                    new SeatRow(
                        Part.Member,
                        x.a.CommitteeId,
                        x.Committee,
                        x.Title,
                        x.Role,
                        x.Unit,
                        x.a.From,
                        x.a.Until,
                        x.a.EndReason,
                        IsOn(x.a.From, x.a.Until)
                    )
                )
            ),
            .. alternates.Select(x =>
                Within(
                    x.a.PlaceId,
                    new SeatRow(
                        Part.Alternate,
                        x.a.CommitteeId,
                        x.Committee,
                        null,
                        null,
                        x.Unit,
                        x.a.From,
                        x.a.Until,
                        null,
                        IsOn(x.a.From, x.a.Until)
                    )
                )
            ),
            .. crossed.Select(x =>
                Within(
                    x.a.PlaceId,
                    new SeatRow(
                        Part.CrossAppointed,
                        x.a.CommitteeId,
                        x.Committee,
                        x.a.Title,
                        null,
                        x.Unit,
                        x.a.From!.Value,
                        x.a.Until,
                        x.a.EndReason,
                        IsOn(x.a.From.Value, x.a.Until)
                    )
                )
            ),
        ];

        bool IsOn(DateOnly from, DateOnly? until) => new Span(from, until).Holds(today);

        (SeatRow, bool) Within(Guid place, SeatRow row)
        {
            var within = reach.Everything || reach.Places.Contains(place);
            return (within ? row : row with { CommitteeId = null, Title = null, Role = null, Unit = null, EndReason = null }, within);
        }
    }
}
