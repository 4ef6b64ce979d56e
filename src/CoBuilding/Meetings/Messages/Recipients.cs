using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Messages;

internal static class Recipients
{
    /// <summary>The holder of each seat that is due and, where the unit has another one, its liaison officer: one statement.</summary>
    /// <param name="invitationId">Null: of all.</param>
    /// <param name="areWithdrawn">Those whose invitation is withdrawn, instead of those who are invited.</param>
    public static async Task<IReadOnlyList<Recipient>> OfAsync(
        PortalDb db,
        Meeting meeting,
        Guid? invitationId,
        CancellationToken ct,
        bool areWithdrawn = false
    )
    {
        var (units, people, holders) = (db.Units, db.People, Invitations.HoldersAt(db, meeting));
        var rows = await db
            .Invitations.AsNoTracking()
            .Where(i =>
                i.MeetingId == meeting.Id && (i.WithdrawnAt != null) == areWithdrawn && (invitationId == null || i.Id == invitationId)
            )
            .Join(db.Seats, i => i.SeatId, s => s.Id, (i, s) => new { i, s })
            .OrderByDeclared(x => x.s.Role)
            .ThenBy(x => x.s.From)
            .ThenBy(x => x.i.Id)
            .Select(x => new
            {
                x.i.Id,
                x.s.Title,
                x.i.UnitId,
                x.i.WithdrawnAt,
                x.i.WithdrawnBy,
                x.i.WithdrawnBecause,
                HasAnswered = x.i.Reply != null,
                Unit = units.Where(u => u.Id == x.i.UnitId).Select(u => u.Name).FirstOrDefault(),
                Holder = holders
                    .Where(a => a.SeatId == x.i.SeatId)
                    .Join(people, a => a.PersonId, p => p.Id, (a, p) => p)
                    .Select(p => new
                    {
                        p.Id,
                        p.Name,
                        Reached = people.Where(s => s.Id == (p.MergedIntoId ?? p.Id)).Select(s => new { s.Mobile, s.Email }).First(),
                    })
                    .FirstOrDefault(),
                Liaison = units
                    .Where(u => u.Id == x.i.UnitId)
                    .Join(people, u => u.LiaisonOfficerId, p => p.Id, (u, p) => p)
                    .Select(p => new
                    {
                        p.Id,
                        p.Name,
                        Reached = people.Where(s => s.Id == (p.MergedIntoId ?? p.Id)).Select(s => new { s.Mobile, s.Email }).First(),
                    })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        List<Recipient> found = [];
        // Nobody is due on a vacant or suspended seat.
        foreach (var row in rows.Where(r => r.Holder is not null))
        {
            var offices = new[]
            {
                new { Office = Addressee.Holder, Person = row.Holder },
                new { Office = Addressee.LiaisonOfficer, Person = row.Liaison },
            };
            found.AddRange(
                offices
                    .Where(o => o.Person is not null)
                    .DistinctBy(o => o.Person!.Id)
                    .Select(o => new Recipient(
                        row.Id,
                        row.Unit,
                        row.Title,
                        o.Office,
                        o.Person!.Id,
                        o.Person.Name,
                        OnlyMobile(o.Person.Reached.Mobile),
                        o.Person.Reached.Email,
                        row.HasAnswered
                    )
                    {
                        UnitId = row.UnitId,
                        Withdrawal = row is { WithdrawnAt: { } at, WithdrawnBecause: { } because }
                            ? new SeeMeeting.Withdrawal(at, row.WithdrawnBy, because)
                            : null,
                    })
            );
        }
        return found;
    }

    /// <summary>The field takes a landline as well, to which no text can be sent.</summary>
    private static string? OnlyMobile(string? number) => number is ['1', _, ..] and { Length: 11 } ? number : null;
}
