using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>The nominations within reach, those under way first.</summary>
public sealed class ListNominations(Door door)
{
    public sealed record Question : ListQuestion
    {
        public NominationState? State { get; init; }

        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }
        public Guid? CommitteeId { get; init; }

        /// <summary>With those that are appointed, rejected or withdrawn, too.</summary>
        public bool WithOver { get; init; }
    }

    // Init properties, not a constructor, so that the to-dos can compose queries over these rows.
    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required long RowVersion { get; init; }
        public required Guid CommitteeId { get; init; }
        public required string Committee { get; init; }
        public required string Place { get; init; }
        public required PlaceLevel Level { get; init; }
        public required Guid? ParentId { get; init; }
        public required Guid? SeatId { get; init; }
        public required SeatKind Kind { get; init; }
        public required SeatRole Role { get; init; }
        public required string SeatTitle { get; init; }
        public required Guid? UnitId { get; init; }
        public required string? Unit { get; init; }
        public required string Person { get; init; }
        public required Gender? Gender { get; init; }
        public required string? PartyPost { get; init; }
        public required string? AdministrativePost { get; init; }
        public required string? Rank { get; init; }
        public required SelectionWay Way { get; init; }
        public required NominationOrigin Origin { get; init; }
        public required NominationState State { get; init; }
        public required DateOnly StateOn { get; init; }
        public required DateOnly? PublicUntil { get; init; }
        public required string? LetterNumber { get; init; }
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var page = await Rows(db, question).PageAsync(question, ct);
        return page with { Rows = await NamedAsync(db, page.Rows, ct) };
    }

    /// <summary>With the names of a consortium's units that reside out of the reader's reach. No statement where there is none.</summary>
    internal static async Task<IReadOnlyList<Row>> NamedAsync(PortalDb db, IReadOnlyList<Row> rows, CancellationToken ct)
    {
        Guid[] beyond = [.. rows.Where(r => r.Unit is null).Select(r => r.UnitId).OfType<Guid>().Distinct()];
        if (beyond.Length == 0)
            return rows;
        var units = await FindConsortiumUnits.NominatedAsync(db, beyond, ct);
        return [.. rows.Select(r => r.Unit is null && r.UnitId is { } unit ? r with { Unit = units[unit].Name } : r)];
    }

    internal static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var needle = question.NameNeedle();
        var (units, appointments) = (db.Units, db.Appointments.Known());
        var nominations = question.WithOver || question.State is not null ? db.Nominations : NominationsUnderWay.UnderWay(db.Nominations);
        return nominations
            .AsNoTracking()
            .Where(n => question.State == null || n.State == question.State)
            .Where(n => question.CommitteeId == null || n.CommitteeId == question.CommitteeId)
            .Join(db.Committees, n => n.CommitteeId, c => c.Id, (n, c) => new { n, c })
            .Join(
                db.Places,
                x => x.n.PlaceId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.n,
                        x.c,
                        p,
                    }
            )
            .Join(
                db.People,
                x => x.n.PersonId,
                p => p.Id,
                (x, person) =>
                    new
                    {
                        x.n,
                        x.c,
                        x.p,
                        person,
                    }
            )
            .Where(x => question.PlaceId == null || x.p.Id == question.PlaceId || x.p.ParentId == question.PlaceId)
            .Where(x =>
                needle == null || x.person.FindKeys.Contains(needle) || units.Any(u => u.Id == x.n.UnitId && u.FindKeys.Contains(needle))
            )
            .OrderBy(x =>
                x.n.State == NominationState.Appointed || x.n.State == NominationState.Rejected || x.n.State == NominationState.Withdrawn
            )
            .ThenBy(x => x.p.Code)
            .ThenBy(x => x.c.Id)
            .ThenByDeclared(x => x.n.Role)
            .ThenBy(x => x.n.Id)
            .Select(x => new Row
            {
                Id = x.n.Id,
                RowVersion = x.n.RowVersion,
                CommitteeId = x.c.Id,
                Committee = x.c.Name,
                Place = x.p.Name,
                Level = x.p.Level,
                ParentId = x.p.ParentId,
                SeatId = x.n.SeatId,
                Kind = x.n.Kind,
                Role = x.n.Role,
                SeatTitle = x.n.SeatTitle,
                UnitId = x.n.UnitId,
                Unit = units.Where(u => u.Id == x.n.UnitId).Select(u => u.Name).FirstOrDefault(),
                Person = x.person.Name,
                Gender = x.n.Gender,
                PartyPost = x.n.PartyPost,
                AdministrativePost = x.n.AdministrativePost,
                Rank = x.n.Rank,
                Way = x.n.Way,
                Origin = x.n.Origin,
                State = x.n.State,
                StateOn = x.n.StateOn,
                PublicUntil = x.n.PublicUntil,
                LetterNumber = appointments
                    .Where(a => a.SeatId == x.n.SeatId && a.FirstId == x.n.AppointmentId)
                    .Select(a => a.LetterNumber)
                    .FirstOrDefault(),
            });
    }
}
