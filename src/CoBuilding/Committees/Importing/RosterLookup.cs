using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using Microsoft.EntityFrameworkCore;
using Line = CoBuilding.Documents.Importing.ImportedList<CoBuilding.Committees.Importing.RosterColumn>.Line;

namespace CoBuilding.Committees.Importing;

/// <summary>The existing committees, units and people that a list names, and the plans shared by its rows.</summary>
internal sealed class RosterLookup
{
    private readonly Dictionary<Guid, Place> places;
    private readonly Dictionary<Guid, Committee> committees;
    private readonly ILookup<string, Committee> committeesByName;
    private readonly Dictionary<Guid, PlannedSeat> seats = [];
    private readonly ILookup<(Guid, Guid), PlannedSeat> seatsOfUnits;
    private readonly ILookup<Guid, PlannedSeat> otherSeats;
    private readonly Dictionary<Guid, ResidentUnit> units;
    private readonly ILookup<string, ResidentUnit> unitsByName;
    private readonly ILookup<Guid, PostHolder> atUnits,
        atOffices;
    private readonly Dictionary<Guid, string> names;
    private readonly IReadOnlyList<AppointedTerm> terms;
    private readonly Dictionary<object, object> plans = [];

    private RosterLookup(
        IReadOnlyList<Place> places,
        Reach reach,
        UnitKindList kinds,
        IReadOnlyDictionary<Guid, DistrictCommitteeKind> committeeKinds,
        IReadOnlyList<Committee> committees,
        IReadOnlyList<Seat> seats,
        IReadOnlyList<(Appointment Appointment, Guid Survivor)> appointments,
        IReadOnlyList<ResidentUnit> units,
        IReadOnlyList<PostHolder> people,
        Dictionary<Guid, string> names,
        ILookup<Guid, HeldPost> posts
    )
    {
        this.places = places.ToDictionary(p => p.Id);
        this.committees = committees.ToDictionary(c => c.Id);
        committeesByName = committees.Where(c => c.DissolvedOn is null).ToLookup(c => SynonymFile.Key(c.Name));
        this.units = units.ToDictionary(u => u.Id);
        unitsByName = units
            .Where(u => u.IsListed)
            .SelectMany(u => new[] { u.Name, u.ShortName }.OfType<string>().Select(SynonymFile.Key).Distinct().Select(k => (k, u)))
            .ToLookup(x => x.k, x => x.u);
        atUnits = people.Where(h => h.Post.UnitId is not null).ToLookup(h => h.Post.UnitId!.Value);
        atOffices = people.Where(h => h.Post.UnitId is null).ToLookup(h => h.Post.PlaceId);
        this.names = names;
        (Finder, Kinds, CommitteeKinds, Posts) = (new PlaceFinder(places, reach), kinds, committeeKinds, posts);
        var bySeat = appointments.ToLookup(a => a.Appointment.SeatId, a => a.Appointment);
        foreach (var seat in seats)
            if (this.committees.GetValueOrDefault(seat.CommitteeId) is { } committee)
                this.seats.Add(
                    seat.Id,
                    new PlannedSeat
                    {
                        Id = seat.Id,
                        Committee = committee,
                        Kind = seat.Kind,
                        Known = seat,
                        Unit = UnitOf(seat),
                        Appointments = [.. bySeat[seat.Id]],
                    }
                );
        seatsOfUnits = this.seats.Values.Where(s => s.Known!.UnitId is not null).ToLookup(s => (s.Committee.Id, s.Known!.UnitId!.Value));
        otherSeats = this.seats.Values.Where(s => s.Known!.UnitId is null).ToLookup(s => s.Committee.Id);
        terms =
        [
            .. appointments
                .Where(a => this.seats.ContainsKey(a.Appointment.SeatId))
                .Select(a => AppointedTerm.Of(a.Appointment, this.seats[a.Appointment.SeatId].Kind, a.Survivor)),
        ];
        Secretaries =
        [
            .. people
                .Where(h => h.Post is { IsSecretary: true, UnitId: not null })
                .Select(h => new SecretaryPost(h.Post.UnitId!.Value, h.Person.Id, new Span(h.Post.From, h.Post.Until))),
        ];
    }

    public PlaceFinder Finder { get; }
    public UnitKindList Kinds { get; }

    public IReadOnlyDictionary<Guid, DistrictCommitteeKind> CommitteeKinds { get; }
    public IReadOnlyDictionary<Guid, Committee> Committees => committees;

    /// <summary>What the people hold already, in whichever street.</summary>
    public ILookup<Guid, HeldPost> Posts { get; }
    public IReadOnlyCollection<SecretaryPost> Secretaries { get; }

    /// <summary>What is known of the bodies in question, but for some appointments that the list tells.</summary>
    public AppointedTerms TermsBut(IEnumerable<Appointment> told)
    {
        var except = told.Select(a => a.FirstId).ToHashSet();
        return new AppointedTerms(terms.Where(t => !except.Contains(t.FirstId)));
    }

    /// <summary>Eleven statements, independent of the number of rows, and one more to lock the bodies for saving.</summary>
    /// <param name="locks">As <see cref="Appointing.LockAsync"/> does.</param>
    public static async Task<RosterLookup> ReadAsync(
        PortalDb db,
        IReadOnlyList<Line> lines,
        Guid? committeeId,
        bool locks,
        CancellationToken ct
    )
    {
        var places = await db.Places.AsNoTracking().OrderBy(p => p.Code).ToListAsync(ct);
        var kinds = await UnitKindList.ReadAsync(db, ct);
        var committees = await db.Committees.AsNoTracking().OrderBy(c => c.Id).ToListAsync(ct);
        var committeeKinds = await db.CommitteeKinds.AsNoTracking().ToDictionaryAsync(k => k.Id, ct);
        Guid[] keys = [.. Keys(lines)];
        var said = lines.Select(l => l[RosterColumn.Committee]).OfType<string>().Select(SynonymFile.Key).ToHashSet();
        Guid[] meant = [.. committees.Where(c => c.Id == committeeId || said.Contains(SynonymFile.Key(c.Name))).Select(c => c.Id)];
        var keyed = db.Seats.Where(s => keys.Contains(s.Id)).Select(s => s.CommitteeId);
        if (locks)
            await db.Committees.AsNoTracking().Where(c => meant.Contains(c.Id) || keyed.Contains(c.Id)).Locked().ToListAsync(ct);
        var seats = await db
            .Seats.AsNoTracking()
            .Where(s => meant.Contains(s.CommitteeId) || keyed.Contains(s.CommitteeId))
            .OrderBy(s => s.From)
            .ThenBy(s => s.Id)
            .ToListAsync(ct);
        Guid[] about = [.. seats.Select(s => s.CommitteeId).Concat(meant).Distinct()];
        var people = db.People;
        var appointments = await db
            .Appointments.AsNoTracking()
            .Known()
            .Where(a => about.Contains(a.CommitteeId))
            .Join(
                people,
                a => a.PersonId,
                p => p.Id,
                (a, p) =>
                    new
                    {
                        a,
                        p.Name,
                        Survivor = p.MergedIntoId ?? p.Id,
                    }
            )
            .OrderBy(x => x.a.From)
            .ThenBy(x => x.a.Id)
            .ToListAsync(ct);
        string[] names = [.. lines.Select(l => l[RosterColumn.Unit]).OfType<string>().Distinct()];
        Guid[] seated = [.. seats.Select(s => s.UnitId).OfType<Guid>().Distinct()];
        var units = await db
            .Units.AsNoTracking()
            .Where(u => seated.Contains(u.Id) || names.Contains(u.Name) || (u.ShortName != null && names.Contains(u.ShortName)))
            .OrderBy(u => u.EndedOn != null)
            .ThenBy(u => u.Id)
            .ToListAsync(ct);
        Guid[] ids = [.. units.Select(u => u.Id)];
        Guid[] offices = [.. committees.Where(c => about.Contains(c.Id)).Select(c => c.PlaceId).Distinct()];
        var posts = await ImportContacts.HoldingsAsync(
            db,
            db.Posts.Where(o => o.UnitId != null ? ids.Contains(o.UnitId.Value) : offices.Contains(o.PlaceId))
                .OrderBy(o => o.Until != null)
                .ThenByDescending(o => o.IsSecretary)
                .ThenBy(o => o.Id),
            ct
        );
        var known = appointments
            .SelectMany(x => new[] { (x.a.PersonId, x.Name), (PersonId: x.Survivor, x.Name) })
            .Concat(posts.Select(h => (PersonId: h.Person.Id, h.Person.Name)))
            .DistinctBy(x => x.PersonId)
            .ToDictionary(x => x.PersonId, x => x.Name);
        return new RosterLookup(
            places,
            db.Reach,
            kinds,
            committeeKinds,
            committees,
            seats,
            [.. appointments.Select(x => (x.a, x.Survivor))],
            units,
            posts,
            known,
            await HeldPosts.HeldAsync(db, known.Keys, null, ct)
        );
    }

    private static IEnumerable<Guid> Keys(IReadOnlyList<Line> lines) =>
        lines.Select(l => Guid.TryParse(l[RosterColumn.Key], out var key) ? key : Guid.Empty).Distinct();

    public PlannedSeat? SeatByKey(Guid key) => seats.GetValueOrDefault(key);

    public Committee? CommitteeById(Guid id) => committees.GetValueOrDefault(id);

    /// <summary>By its name; the place distinguishes units of the same name.</summary>
    public IReadOnlyList<Committee> CommitteesNamed(string name, Place? place) =>
        [
            .. committeesByName[SynonymFile.Key(name)]
                .Where(c => place is null || c.PlaceId == place.Id || places[c.PlaceId].ParentId == place.Id),
        ];

    public Place PlaceOf(Committee committee) => places[committee.PlaceId];

    public bool IsWithin(Committee committee, Guid residence) => committee.Covers(places[residence]);

    public IReadOnlyList<ResidentUnit> UnitsNamed(string name) => [.. unitsByName[SynonymFile.Key(name)].DistinctBy(u => u.Id)];

    public PlannedUnit PlanFor(ResidentUnit unit) =>
        Plan(("unit", unit.Id), () => new PlannedUnit { Known = unit, Residence = places[unit.PlaceId] });

    /// <summary>A unit that is entered with the roster: one, however many rows name it.</summary>
    public PlannedUnit PlanFor(EnterUnit.Form form, DistrictUnitKind kind, Place residence) =>
        Plan(
            ("unit", SynonymFile.Key(form.Name), residence.Id),
            () =>
                new PlannedUnit
                {
                    Form = form,
                    Kind = kind,
                    Residence = residence,
                }
        );

    public IEnumerable<PostHolder> PeopleOf(PlannedUnit? unit, Committee committee) =>
        unit is null ? atOffices[committee.PlaceId] : atUnits[unit.Id];

    public string NameOf(Guid person) => names[person];

    /// <summary>The open seat of a unit on a committee, or the one that it had on a day.</summary>
    public PlannedSeat? SeatOf(Committee committee, PlannedUnit unit, DateOnly? day)
    {
        var had = seatsOfUnits[(committee.Id, unit.Id)].ToList();
        return had.LastOrDefault(s => day is { } on && s.Known!.IsOn(on)) ?? had.LastOrDefault(s => s.Known!.Until is null);
    }

    /// <summary>A seat of the host or of an individual, by whoever holds or held it.</summary>
    public PlannedSeat? SeatHeldBy(Committee committee, SeatKind kind, string name) =>
        otherSeats[committee.Id]
            .LastOrDefault(s => s.Kind == kind && s.Appointments.Any(a => CellText.PersonName(NameOf(a.PersonId)) == name));

    /// <summary>Shared by several rows of the list; created by the first that names it.</summary>
    public T Plan<T>(object key, Func<T> make)
        where T : class
    {
        if (plans.TryGetValue((typeof(T), key), out var plan))
            return (T)plan;
        var made = make();
        plans.Add((typeof(T), key), made);
        return made;
    }

    private PlannedUnit? UnitOf(Seat seat) => seat.UnitId is { } id && units.GetValueOrDefault(id) is { } unit ? PlanFor(unit) : null;
}
