using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

/// <summary>
/// Who sits on some bodies and when: a seat has one holder at a time, and a person one seat per body. The database refuses the same by
/// exclusion constraints, without saying by whom.
/// </summary>
internal sealed class AppointedTerms
{
    private readonly Dictionary<Guid, List<AppointedTerm>> onSeats = [];
    private readonly Dictionary<(Guid Committee, Guid Person), List<AppointedTerm>> ofPeople = [];
    private readonly Dictionary<Guid, MemberCount> members = [];

    public AppointedTerms(IEnumerable<AppointedTerm> terms)
    {
        foreach (var term in terms)
            Add(term);
    }

    /// <summary>Those within reach. One statement.</summary>
    public static async Task<AppointedTerms> ReadAsync(PortalDb db, IReadOnlyCollection<Guid> committees, CancellationToken ct) =>
        new(
            await db
                .Appointments.AsNoTracking()
                .Known()
                .Where(a => committees.Contains(a.CommitteeId))
                .Join(db.Seats, a => a.SeatId, s => s.Id, (a, s) => new { Appointment = a, s.Kind })
                .Join(
                    db.People,
                    x => x.Appointment.PersonId,
                    p => p.Id,
                    (x, p) => AppointedTerm.Of(x.Appointment, x.Kind, p.MergedIntoId ?? p.Id)
                )
                .ToListAsync(ct)
        );

    public void Add(AppointedTerm term)
    {
        OnSeat(term.SeatId).Add(term);
        Of(term.CommitteeId, term.PersonId).Add(term);
        if (term.IsPartTime)
            MembersOf(term.CommitteeId).Add(term.Term);
    }

    /// <summary>An appointment that is judged anew.</summary>
    public void Remove(Appointment appointment) => Remove(TermOf(appointment));

    /// <summary>An appointment that lasts longer or shorter than it was known to.</summary>
    public void Change(Appointment appointment, Span term)
    {
        var before = TermOf(appointment);
        Remove(before);
        Add(before with { Term = term });
    }

    /// <summary>Everything that lasts on the day ends on it.</summary>
    public void EndAll(DateOnly on)
    {
        foreach (var term in onSeats.Values.SelectMany(t => t).Where(t => t.Term.From < on && !t.Term.HasEndedBy(on)).ToList())
        {
            Remove(term);
            Add(term with { Term = term.Term with { Until = on } });
        }
    }

    /// <summary>Who holds a seat in that time.</summary>
    public AppointedTerm? HolderOf(Guid seatId, Span term) => OnSeat(seatId).Find(t => t.Term.Overlaps(term));

    /// <summary>The seat that a person holds on a body in that time.</summary>
    public AppointedTerm? SeatOf(Guid personId, Guid committeeId, Span term) => Of(committeeId, personId).Find(t => t.Term.Overlaps(term));

    /// <summary>Nobody is known to hold the seat after that time.</summary>
    public bool IsLast(Guid seatId, Span term) => !OnSeat(seatId).Exists(t => t.Term.From > term.From);

    /// <summary>Part-time members of a body on the fullest day of that time.</summary>
    public int MostMembers(Guid committeeId, Span term) => MembersOf(committeeId).Most(term);

    public int MembersOn(Guid committeeId, DateOnly day) => MembersOf(committeeId).On(day);

    private AppointedTerm TermOf(Appointment appointment) => OnSeat(appointment.SeatId).Single(t => t.FirstId == appointment.FirstId);

    private void Remove(AppointedTerm term)
    {
        OnSeat(term.SeatId).Remove(term);
        Of(term.CommitteeId, term.PersonId).Remove(term);
        if (term.IsPartTime)
            MembersOf(term.CommitteeId).Remove(term.Term);
    }

    private List<AppointedTerm> OnSeat(Guid seat) => onSeats.TryGetValue(seat, out var terms) ? terms : onSeats[seat] = [];

    private List<AppointedTerm> Of(Guid committee, Guid person) =>
        ofPeople.TryGetValue((committee, person), out var terms) ? terms : ofPeople[(committee, person)] = [];

    private MemberCount MembersOf(Guid committee) =>
        members.TryGetValue(committee, out var count) ? count : members[committee] = new MemberCount();
}
