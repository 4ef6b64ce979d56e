using CoBuilding.Access;
using CoBuilding.Committees.Groups;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// The roster of a committee on a day: holders, units, vacancies, and whether the number of members fits the range. In both
/// times: the roster of that day as recorded now, or as recorded at the end of an earlier day.
/// </summary>
public sealed class SeeRoster(Door door)
{
    public sealed record Answer(
        Guid CommitteeId,
        long RowVersion,
        DistrictCommitteeKind Kind,
        string Name,
        Guid PlaceId,
        string Place,
        DateOnly? EstablishedOn,
        DateOnly? TermEndsOn,
        DateOnly? ExtendedFrom,
        string? ExtensionApproval,
        DateOnly? DissolvedOn,
        DateOnly On,
        DateOnly? KnownOn,
        QuotaCheck Quota,
        QuotaChange? LeavesQuota,
        IReadOnlyList<Row> Rows
    )
    {
        /// <summary>Units of the whole district may sit on it.</summary>
        public bool IsAcrossPlaces { get; init; }

        /// <summary>Of a consortium; null where none are written down.</summary>
        public string? Aims { get; init; }

        /// <summary>Full- and part-time.</summary>
        public int Members => Rows.Count(r => !r.IsVacant);
        public int Vacancies => Rows.Count(r => r.IsVacant);
    }

    /// <param name="UnitTitle">The holder's post at the unit on that day.</param>
    /// <param name="Next">Who is appointed from a later day on.</param>
    public sealed record Row(
        Guid SeatId,
        long RowVersion,
        SeatKind Kind,
        SeatRole Role,
        string Title,
        Guid? UnitId,
        string? Unit,
        Guid? PersonId,
        string? Holder,
        string? UnitTitle,
        DateOnly? Since,
        DateOnly? Until,
        string? LetterNumber,
        string? Next,
        DateOnly? NextFrom,
        SuspensionRow? Suspension
    ) : IEnds
    {
        public DateOnly SeatFrom { get; init; }
        public Guid? NextId { get; init; }
        public bool IsVacant => PersonId is null;

        /// <summary>The seat is taken over by the unit's next Party secretary.</summary>
        public bool FollowsPost { get; init; }

        /// <summary>Who is the unit's secretary on that day, where the seat follows the post.</summary>
        public Guid? SecretaryId { get; init; }
        public string? Secretary { get; init; }

        /// <summary>The holder is no longer the unit's secretary. Not determined for units out of reach.</summary>
        public bool IsOutOfStep => FollowsPost && Unit is not null && PersonId is not null && SecretaryId != PersonId;
        public AlternateInfo? Alternate { get; init; }

        /// <summary>The working groups in which the seat is on that day.</summary>
        public IReadOnlyList<GroupPart> Groups { get; init; } = [];

        /// <summary>Committees of the other level on which the holder is a part-time member on that day, too.</summary>
        public IReadOnlyList<string> DoublePosts { get; init; } = [];
    }

    /// <param name="Leads">The holder leads the group.</param>
    public sealed record GroupPart(Guid Id, string Name, bool Leads);

    /// <summary>The unit's standing alternate for the seat.</summary>
    /// <param name="UnitTitle">The alternate's post at the unit on that day; null when there is none any more.</param>
    public sealed record AlternateInfo(Guid PersonId, string Name, string? UnitTitle, DateOnly From, DateOnly? Until) : ILasts;

    /// <summary>The seat's suspension on that day or the next one after it.</summary>
    public sealed record SuspensionRow(DateOnly From, DateOnly? Until, string? Reason) : ILasts;

    /// <param name="on">A day; null means today.</param>
    /// <param name="knownOn">As recorded at the end of this day in China; null means now.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid committeeId, DateOnly? on, DateOnly? knownOn, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        return await ReadAsync(db, committeeId, on ?? db.Today, knownOn, ct);
    }

    /// <summary>A fixed number of statements, independent of the length of the roster; two more for an earlier day of knowledge.</summary>
    internal static async Task<Answer> ReadAsync(PortalDb db, Guid committeeId, DateOnly on, DateOnly? knownOn, CancellationToken ct)
    {
        DateTimeOffset? known = knownOn is { } day ? ChinaTime.At(day.AddDays(1), TimeOnly.MinValue) : null;
        var (people, units, posts) = (db.People, db.Units, db.Posts.On(on));
        var (appointments, suspensions, alternates) = (
            db.Appointments.KnownBefore(known),
            db.Suspensions.KnownBefore(known).NotEndedBy(on),
            db.Alternates.KnownBefore(known).On(on)
        );
        var held = appointments.On(on);
        var head =
            await db
                .Committees.AsNoTracking()
                .Where(c => c.Id == committeeId)
                .Join(db.Places, c => c.PlaceId, p => p.Id, (c, p) => new { c, p.Name })
                .Join(
                    db.CommitteeKinds,
                    x => x.c.KindId,
                    k => k.Id,
                    (x, k) =>
                        new
                        {
                            x.c,
                            x.Name,
                            k,
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var rows = await SeatsKnown(db.Seats.AsNoTracking().Where(s => s.CommitteeId == committeeId), on, known)
            .Select(s => new
            {
                s,
                Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Now = held.Where(a => a.SeatId == s.Id)
                    .Select(a => new
                    {
                        a.PersonId,
                        a.From,
                        a.Until,
                        a.LetterNumber,
                        Name = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                        Post = posts
                            .Where(o => o.PersonId == a.PersonId && o.UnitId == s.UnitId)
                            .OrderByDescending(o => o.IsSecretary)
                            .ThenBy(o => o.Id)
                            .Select(o => o.Title)
                            .FirstOrDefault(),
                    })
                    .FirstOrDefault(),
                Next = appointments
                    .Where(a => a.SeatId == s.Id && a.From > on)
                    .OrderBy(a => a.From)
                    .Select(a => new
                    {
                        a.From,
                        a.PersonId,
                        Name = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                    })
                    .FirstOrDefault(),
                SuspensionRow = suspensions
                    .Where(a => a.SeatId == s.Id)
                    .OrderBy(a => a.From)
                    .Select(a => new SuspensionRow(a.From, a.Until, a.Reason))
                    .FirstOrDefault(),
                Secretary = posts
                    .Where(o => s.FollowsPost && o.UnitId == s.UnitId && o.IsSecretary)
                    .OrderBy(o => o.Id)
                    .Select(o => new { o.PersonId, Name = people.Where(p => p.Id == o.PersonId).Select(p => p.Name).First() })
                    .FirstOrDefault(),
                Alternate = alternates
                    .Where(a => a.SeatId == s.Id)
                    .Select(a => new AlternateInfo(
                        a.PersonId,
                        people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                        posts
                            .Where(o => o.PersonId == a.PersonId && o.UnitId == s.UnitId)
                            .OrderByDescending(o => o.IsSecretary)
                            .ThenBy(o => o.Id)
                            .Select(o => o.Title)
                            .FirstOrDefault(),
                        a.From,
                        a.Until
                    ))
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        // A consortium's units may reside out of reach.
        var names = await FindConsortiumUnits.NamesAsync(db, head.c.Kind, rows.Select(r => r.s.UnitId), ct);

        var groups = (
            await db
                .GroupSeats.AsNoTracking()
                .KnownBefore(known)
                .On(on)
                .Where(g => g.CommitteeId == committeeId)
                .Join(
                    db.Groups,
                    s => s.GroupId,
                    g => g.Id,
                    (s, g) =>
                        new
                        {
                            s.SeatId,
                            g.From,
                            Part = new GroupPart(g.Id, g.Name, s.Leads),
                        }
                )
                .ToListAsync(ct)
        ).OrderBy(g => g.From).ThenBy(g => g.Part.Id).ToLookup(g => g.SeatId, g => g.Part);
        var second = HeldPosts.OtherLevel(head.c.Kind, head.c.Level) is null
            ? null
            : await HeldPosts.HeldAsync(
                db,
                [.. rows.Where(r => r.s.Kind != SeatKind.FullTime).Select(r => r.Now?.PersonId).OfType<Guid>()],
                known,
                ct
            );

        var ordered = Ordered(
            rows.Select(x => new Row(
                x.s.Id,
                x.s.RowVersion,
                x.s.Kind,
                x.s.Role,
                x.s.Title,
                x.s.UnitId,
                x.Unit ?? FindConsortiumUnits.Of(names, x.s.UnitId),
                x.Now?.PersonId,
                x.Now?.Name,
                x.Now?.Post,
                x.Now?.From,
                x.Now?.Until,
                x.Now?.LetterNumber,
                x.Next?.Name,
                x.Next?.From,
                x.SuspensionRow
            )
            {
                SeatFrom = x.s.From,
                NextId = x.Next?.PersonId,
                FollowsPost = x.s.FollowsPost,
                SecretaryId = x.Secretary?.PersonId,
                Secretary = x.Secretary?.Name,
                Alternate = x.Alternate,
                Groups = [.. groups[x.s.Id]],
                DoublePosts =
                    second is null || x.Now is null || x.s.Kind == SeatKind.FullTime
                        ? []
                        : [.. second[x.Now.PersonId].Beside(head.c, new Span(on, on.AddDays(1))).Select(h => h.Committee).Distinct()],
            })
        );
        var members = ordered.Count(r => r.Kind != SeatKind.FullTime && !r.IsVacant);
        var check = new QuotaCheck(members, head.k.Min, head.k.Max);
        var partTime = db.Seats.Where(s => s.CommitteeId == committeeId && s.Kind != SeatKind.FullTime);
        var terms = await appointments
            .NotEndedBy(on)
            .AsNoTracking()
            .Where(a => partTime.Any(s => s.Id == a.SeatId))
            .Select(a => new Span(a.From, a.Until))
            .ToListAsync(ct);
        var answer = new Answer(
            head.c.Id,
            head.c.RowVersion,
            head.k,
            head.c.Name,
            head.c.PlaceId,
            head.Name,
            head.c.EstablishedOn,
            head.c.TermEndsOn,
            head.c.ExtendedFrom,
            head.c.ExtensionApproval,
            head.c.DissolvedOn,
            on,
            knownOn,
            check,
            check.FirstOutside(terms, on),
            ordered
        )
        {
            IsAcrossPlaces = head.c.IsAcrossPlaces,
            Aims = head.c.Aims,
        };
        return known is { } moment ? await RosterAsKnown.RecallAsync(db, answer, moment, ct) : answer;
    }

    /// <summary>
    /// Seats are not superseded: an end that was recorded later is left out, and a first day that was corrected later is compared
    /// after the correction has been undone.
    /// </summary>
    private static IQueryable<Seat> SeatsKnown(IQueryable<Seat> seats, DateOnly on, DateTimeOffset? known) =>
        known is null
            ? seats.On(on)
            : seats.Where(s => s.RecordedAt < known && (s.Until == null || s.Until > on || s.EndRecordedAt >= known));

    internal static IReadOnlyList<Row> Ordered(IEnumerable<Row> rows) =>
        [.. rows.OrderBy(r => r.Role).ThenBy(r => r.Kind == SeatKind.PartTime).ThenBy(r => r.SeatFrom).ThenBy(r => r.SeatId)];
}
