using CoBuilding.Committees.Groups;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// Undoes in a roster what was recorded after an instant in columns without recording time: names and posts, titles, the seats'
/// first days, the committee's own data, so that a reprinted paper equals the original.
/// </summary>
internal static class RosterAsKnown
{
    /// <summary>Two statements.</summary>
    public static async Task<SeeRoster.Answer> RecallAsync(PortalDb db, SeeRoster.Answer roster, DateTimeOffset known, CancellationToken ct)
    {
        Guid[] people = [.. roster.Rows.SelectMany(r => new[] { r.PersonId, r.NextId, r.Alternate?.PersonId }).OfType<Guid>()];
        var posts = await db.Posts.AsNoTracking().Where(o => people.Contains(o.PersonId)).ToListAsync(ct);
        var then = await JournalHistory.AtAsync(
            db,
            known,
            [
                roster.CommitteeId,
                .. people,
                .. posts.Select(o => o.Id),
                .. roster.Rows.SelectMany(r => new[] { r.SeatId, r.UnitId }).OfType<Guid>(),
                .. roster.Rows.SelectMany(r => r.Groups).Select(g => g.Id).Distinct(),
            ],
            ct
        );
        var id = roster.CommitteeId;
        return roster with
        {
            Name = then.Text(id, nameof(Committee.Name), roster.Name)!,
            Aims = then.Text(id, nameof(Committee.Aims), roster.Aims),
            TermEndsOn = then.Day(id, nameof(Committee.TermEndsOn), roster.TermEndsOn),
            ExtendedFrom = then.Day(id, nameof(Committee.ExtendedFrom), roster.ExtendedFrom),
            ExtensionApproval = then.Text(id, nameof(Committee.ExtensionApproval), roster.ExtensionApproval),
            DissolvedOn = then.Day(id, nameof(Committee.DissolvedOn), roster.DissolvedOn),
            Rows = SeeRoster.Ordered(roster.Rows.Select(Recalled).Where(r => r.SeatFrom <= roster.On)),
        };

        SeeRoster.Row Recalled(SeeRoster.Row row) =>
            row with
            {
                SeatFrom = then.Day(row.SeatId, nameof(Seat.From), row.SeatFrom)!.Value,
                Title = then.Text(row.SeatId, nameof(Seat.Title), row.Title)!,
                Role = then.OneOf(row.SeatId, nameof(Seat.Role), row.Role),
                Unit = row.UnitId is { } unit ? then.Text(unit, nameof(ResidentUnit.Name), row.Unit) : row.Unit,
                Holder = row.PersonId is { } holder ? then.Text(holder, nameof(Person.Name), row.Holder) : null,
                Next = row.NextId is { } next ? then.Text(next, nameof(Person.Name), row.Next) : null,
                UnitTitle = PostOf(row.PersonId, row.UnitId),
                Groups = [.. row.Groups.Select(g => g with { Name = then.Text(g.Id, nameof(Group.Name), g.Name)! })],
                Alternate = row.Alternate is { } alternate
                    ? alternate with
                    {
                        Name = then.Text(alternate.PersonId, nameof(Person.Name), alternate.Name)!,
                        UnitTitle = PostOf(alternate.PersonId, row.UnitId),
                    }
                    : null,
            };

        string? PostOf(Guid? person, Guid? unit) =>
            posts
                .Where(o => o.PersonId == person && o.UnitId == unit && then.Knew(o.Id) && o.From <= roster.On)
                .Where(o => then.Day(o.Id, nameof(Post.Until), o.Until) is not { } until || until > roster.On)
                .OrderByDescending(o => o.IsSecretary)
                .ThenBy(o => o.Id)
                .Select(o => then.Text(o.Id, nameof(Post.Title), o.Title))
                .FirstOrDefault();
    }
}
