using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Committees.Rosters;

/// <summary>The committees within reach, by place, with members against quota and vacancies today.</summary>
public sealed class ListCommittees(Door door)
{
    public sealed record Question : ListQuestion
    {
        /// <summary>One of the district's own kinds.</summary>
        public Guid? KindId { get; init; }

        /// <summary>All kinds that stand for this standard one.</summary>
        public CommitteeKind? Kind { get; init; }

        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }

        /// <summary>Null: of any but those that are dissolved or were given up.</summary>
        public CommitteeState? State { get; init; }

        /// <summary>Without those that are prepared still.</summary>
        public bool OnlyEstablished { get; init; }
        public bool OnlyWithVacancies { get; init; }
        public bool OnlyOutsideQuota { get; init; }

        /// <summary>Only established ones in places that the district counts in its coverage.</summary>
        public bool OnlyCounted { get; init; }
    }

    // Init properties, not a constructor, so that the dashboard can compose queries over these rows.
    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid KindId { get; init; }
        public required CommitteeKind Kind { get; init; }
        public required string KindName { get; init; }
        public required string Name { get; init; }
        public required string Place { get; init; }
        public required string? Street { get; init; }
        public required CommitteeState State { get; init; }

        /// <summary>Null while it is prepared.</summary>
        public required DateOnly? EstablishedOn { get; init; }
        public required DateOnly? TermEndsOn { get; init; }
        public required int Seats { get; init; }
        public required int Vacancies { get; init; }
        public required int Members { get; init; }
        public required int? Min { get; init; }
        public required int? Max { get; init; }

        /// <summary>The kind as named by the district, in the current language.</summary>
        public string KindText => DistrictCommitteeKind.Say(Kind, KindName);
        public QuotaCheck Quota => new(Members, Min, Max);

        /// <summary>It is established, or was.</summary>
        public bool HasSeats => EstablishedOn is not null;
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        return await Rows(db, question).PageAsync(question, ct);
    }

    internal static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (needle, today) = (question.NameNeedle(), db.Today);
        var (seats, held, partTime, settings) = (
            db.Seats.On(today),
            db.Appointments.Known().On(today),
            db.Seats.Where(s => s.Kind != SeatKind.FullTime),
            db.CoverageSettings
        );
        var rows = CommitteeLifecycle
            .Today(db)
            .Where(l =>
                question.State == null ? l.Committee.DissolvedOn == null || l.Committee.DissolvedOn > today : l.State == question.State
            )
            .Where(l => !(question.OnlyEstablished || question.OnlyCounted) || l.Committee.EstablishedOn <= today)
            .Where(l =>
                (question.Kind == null || l.Committee.Kind == question.Kind)
                && (question.KindId == null || l.Committee.KindId == question.KindId)
            )
            .Join(
                db.Places,
                l => l.Committee.PlaceId,
                p => p.Id,
                (l, p) =>
                    new
                    {
                        c = l.Committee,
                        l.State,
                        p,
                    }
            )
            .Join(
                db.CommitteeKinds,
                x => x.c.KindId,
                k => k.Id,
                (x, k) =>
                    new
                    {
                        x.c,
                        x.State,
                        x.p,
                        k,
                    }
            )
            .Where(x => question.PlaceId == null || x.p.Id == question.PlaceId || x.p.ParentId == question.PlaceId)
            .Where(x =>
                !question.OnlyCounted
                || x.p.Level == PlaceLevel.District
                || x.p.Kind == PlaceKind.Street
                || x.p.Kind == PlaceKind.Community
                || settings.Any(s => s.CountsTownsAndVillages)
            )
            .Where(x => needle == null || x.c.FindKeys.Contains(needle) || x.p.FindKeys.Contains(needle))
            .Select(x => new
            {
                x.c,
                x.State,
                x.p,
                x.k,
                Seats = seats.Count(s => s.CommitteeId == x.c.Id),
                Held = held.Count(a => a.CommitteeId == x.c.Id),
                Members = held.Count(a => a.CommitteeId == x.c.Id && partTime.Any(s => s.Id == a.SeatId)),
            });
        if (question.OnlyWithVacancies)
            rows = rows.Where(x => x.Held < x.Seats);
        if (question.OnlyOutsideQuota)
            rows = rows.Where(x => x.c.EstablishedOn <= today && (x.Members < x.k.Min || x.Members > x.k.Max));
        return rows.OrderBy(x => x.p.Code)
            .ThenBy(x => x.k.Ordinal)
            .ThenBy(x => x.c.Id)
            .Select(x => new Row
            {
                Id = x.c.Id,
                KindId = x.k.Id,
                Kind = x.k.Kind,
                KindName = x.k.Name,
                Name = x.c.Name,
                Place = x.p.Name,
                Street = x.p.Level == PlaceLevel.Community ? x.p.ParentName : null,
                State = x.State,
                EstablishedOn = x.c.EstablishedOn,
                TermEndsOn = x.c.TermEndsOn,
                Seats = x.Seats,
                Vacancies = x.Seats - x.Held,
                Members = x.Members,
                Min = x.k.Min,
                Max = x.k.Max,
            });
    }
}
