using CoBuilding.Access;
using CoBuilding.Committees.Groups;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>The working groups of a committee with their members of a day, the leader first; and those that have ended.</summary>
public sealed class SeeGroups(Door door)
{
    /// <param name="Seats">The committee's seats of the day, from which groups are formed.</param>
    public sealed record Answer(
        Guid CommitteeId,
        string Committee,
        bool IsDissolved,
        DateOnly On,
        IReadOnlyList<Row> Groups,
        IReadOnlyList<Row> Ended,
        IReadOnlyList<SeeRoster.Row> Seats
    );

    /// <param name="Members">Those who are in it on the day, the leader first.</param>
    public sealed record Row(
        Guid Id,
        long RowVersion,
        string Name,
        string? Purpose,
        DateOnly From,
        DateOnly? Until,
        IReadOnlyList<SeeRoster.Row> Members
    ) : ILasts
    {
        /// <summary>Null where the leader's seat was closed.</summary>
        public SeeRoster.Row? Leader => Members.FirstOrDefault(m => m.Groups.Any(g => g.Id == Id && g.Leads));
    }

    public async Task<Answer> AskAsync(Scope scope, Guid committeeId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var roster = await SeeRoster.ReadAsync(db, committeeId, db.Today, null, ct);
        var groups = await db
            .Groups.AsNoTracking()
            .Where(g => g.CommitteeId == committeeId)
            .OrderByDescending(g => g.Until)
            .ThenBy(g => g.From)
            .ThenBy(g => g.Id)
            .ToListAsync(ct);
        var rows = groups
            .Select(g => new Row(
                g.Id,
                g.RowVersion,
                g.Name,
                g.Purpose,
                g.From,
                g.Until,
                [.. roster.Rows.Where(r => r.Groups.Any(p => p.Id == g.Id)).OrderByDescending(r => r.Groups.First(p => p.Id == g.Id).Leads)]
            ))
            .ToLookup(g => g.HasEndedBy(db.Today));
        return new Answer(
            roster.CommitteeId,
            roster.Name,
            roster.DissolvedOn is not null,
            db.Today,
            [.. rows[false]],
            [.. rows[true]],
            roster.Rows
        );
    }
}
