using CoBuilding.Access;
using CoBuilding.Committees.Records;
using CoBuilding.Units;

namespace CoBuilding.Web.Pages.Units.Duplicates;

/// <summary>A unit with its seats, shown before merging.</summary>
public sealed record UnitWithSeats(SeeUnit.Answer Unit, IReadOnlyList<SeeUnitSeats.Row> Seats)
{
    public static async Task<UnitWithSeats> AskAsync(SeeUnit unit, SeeUnitSeats seats, Scope scope, Guid id, CancellationToken ct) =>
        new(await unit.AskAsync(scope, id, ct), await seats.AskAsync(scope, id, ct));
}
