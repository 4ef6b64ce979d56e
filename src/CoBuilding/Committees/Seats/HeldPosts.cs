using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>
/// The part-time posts of a street's and of a community's committee are normally not held by one person at a time. This is pointed out and
/// never refused; where a kind of committee asks for reasons, this asks for one as well.
/// </summary>
internal static class HeldPosts
{
    /// <summary>
    /// The level on which a post would be the second one for a member of this committee; null: none. Consortiums have no such level.
    /// </summary>
    public static PlaceLevel? OtherLevel(CommitteeKind kind, PlaceLevel level) =>
        kind == CommitteeKind.Consortium
            ? null
            : level switch
            {
                PlaceLevel.Street => PlaceLevel.Community,
                PlaceLevel.Community => PlaceLevel.Street,
                _ => null,
            };

    /// <summary>The posts of a person that overlap with a term on this committee.</summary>
    public static IEnumerable<HeldPost> Beside(this IEnumerable<HeldPost> held, Committee committee, Span term) =>
        held.Where(h => h.Level == OtherLevel(committee.Kind, committee.Level) && h.Term.Overlaps(term))
            .OrderBy(h => h.Term.From)
            .ThenBy(h => h.CommitteeId);

    /// <summary>The posts of people, including merged records. Two statements, independent of the number of people.</summary>
    /// <param name="known">As recorded before this moment; null: as recorded now.</param>
    public static async Task<ILookup<Guid, HeldPost>> HeldAsync(
        PortalDb db,
        IReadOnlyCollection<Guid> people,
        DateTimeOffset? known,
        CancellationToken ct
    )
    {
        var asked = (
            await db
                .People.AsNoTracking()
                .Where(p => people.Contains(p.Id))
                .Select(p => new { p.Id, Survivor = p.MergedIntoId ?? p.Id })
                .ToListAsync(ct)
        ).ToLookup(p => p.Survivor, p => p.Id);
        Guid[] survivors = [.. asked.Select(a => a.Key)];
        var found = await db
            .People.Where(p => survivors.Contains(p.Id) || survivors.Contains(p.MergedIntoId!.Value))
            .Join(
                db.Appointments.Lifted("names of the committees of the other level on which somebody sits, with the days")
                    .KnownBefore(known),
                p => p.Id,
                a => a.PersonId,
                (p, a) => new { Survivor = p.MergedIntoId ?? p.Id, a }
            )
            .Join(db.Seats.Where(s => s.Kind != SeatKind.FullTime), x => x.a.SeatId, s => s.Id, (x, s) => x)
            .Join(
                db.Committees.Where(c => c.Kind != CommitteeKind.Consortium && c.Level != PlaceLevel.District),
                x => x.a.CommitteeId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.Survivor,
                        c.Id,
                        c.Name,
                        c.Level,
                        x.a.From,
                        x.a.Until,
                    }
            )
            .ToListAsync(ct);
        return found
            .SelectMany(f => asked[f.Survivor].Select(person => new HeldPost(person, f.Id, f.Name, f.Level, new Span(f.From, f.Until))))
            .ToLookup(h => h.PersonId);
    }

    /// <exception cref="RuleBroken">The person holds a post on the other level in that time, and the reason is missing where one is asked
    /// for.</exception>
    public static async Task GuardAsync(
        PortalDb db,
        Committee committee,
        SeatKind seat,
        Guid personId,
        DateOnly from,
        string? reason,
        CancellationToken ct
    )
    {
        if (seat == SeatKind.FullTime || reason is not null || OtherLevel(committee.Kind, committee.Level) is null)
            return;
        var kind = await PortalDb.FindAsync(db.CommitteeKinds.AsNoTracking(), committee.KindId, ct);
        if (!kind.RequiresReason)
            return;
        Guard(kind, (await HeldAsync(db, [personId], null, ct))[personId].Beside(committee, new Span(from, null)), reason);
    }

    internal static void Guard(DistrictCommitteeKind kind, IEnumerable<HeldPost> beside, string? reason)
    {
        if (kind.RequiresReason && reason is null && beside.FirstOrDefault() is { } other)
            throw DoublePostsRules.ReasonMissing(other.Committee);
    }
}
