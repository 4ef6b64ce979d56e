using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

public sealed class SeatToDos : IToDos
{
    /// <summary>A unit that left or moved out of the body's area and still has a seat: the body decides.</summary>
    public const string SettleSeat = nameof(SettleSeat);

    public Right Right => Right.AppointMembers;
    public IReadOnlyList<string> Kinds => [SettleSeat];

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Left(db)]);

    /// <summary>Due since the day on which the unit left; a consortium has no territory to leave.</summary>
    private static IQueryable<ToDo> Left(PortalDb db)
    {
        var (today, places, residences) = (db.Today, db.Places, db.Residences.Known());
        return db
            .Seats.AsNoTracking()
            .Where(s => s.Until == null)
            .Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new { s, u })
            .Join(db.Committees, x => x.s.CommitteeId, c => c.Id, (x, c) => new { x.u, c })
            .Select(x => new
            {
                x.u,
                x.c,
                Left = x.u.EndedOn <= today ? x.u.EndedOn
                : x.c.Kind != CommitteeKind.Consortium
                && x.u.PlaceId != x.c.PlaceId
                && !places.Any(p => p.Id == x.u.PlaceId && p.ParentId == x.c.PlaceId)
                && x.c.Level != PlaceLevel.District
                    ? residences.Where(r => r.UnitId == x.u.Id).Max(r => r.From) ?? today
                : null,
            })
            .Where(x => x.Left != null && (x.c.DissolvedOn == null || x.c.DissolvedOn > today))
            .Select(x => new ToDo
            {
                Kind = SettleSeat,
                SubjectId = x.c.Id,
                Title = x.u.Name,
                Host = x.c.Name,
                Deadline = ChinaTime.At(x.Left!.Value, TimeOnly.MinValue),
                Count = 0,
                IsOverdue = true,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }
}
