using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

internal static class Members
{
    /// <summary>Nobody holds two seats of one committee at a time.</summary>
    /// <exception cref="RuleBroken">The person holds another one on that day or later.</exception>
    /// <exception cref="NotFound">There is no such person.</exception>
    public static async Task CheckFreeAsync(PortalDb db, Guid committeeId, Guid personId, DateOnly from, CancellationToken ct)
    {
        var person = await PortalDb.FindAsync(db.People, personId, ct);
        var holds = await db.Appointments.AnyAsync(
            a => a.CommitteeId == committeeId && a.PersonId == personId && a.SupersededAt == null && (a.Until == null || a.Until > from), ct);
        if (holds) throw CommitteesRules.PersonHasSeat(person.Name);
    }

    /// <summary>The seat's current appointment on a day or the next one after it.</summary>
    public static async Task<Appointment> HolderAsync(PortalDb db, Guid seatId, DateOnly on, CancellationToken ct) =>
        await db.Appointments.Where(a => a.SeatId == seatId && a.SupersededAt == null && (a.Until == null || a.Until > on))
            .OrderBy(a => a.From).FirstOrDefaultAsync(ct) ?? throw CommitteesRules.SeatIsVacant();
}
