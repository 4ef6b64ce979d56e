using CoBuilding.Access;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.Districts;

/// <summary>The district's tree, whole: some two hundred rows at most in a district of Dalian.</summary>
public sealed class SeePlaces(Door door)
{
    public sealed record Row(
        Guid Id,
        Guid? ParentId,
        PlaceLevel Level,
        PlaceKind Kind,
        string Code,
        string Name,
        string OfficialName,
        string? ParentName,
        string FindKeys
    );

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeePlaces, ct);
        return await db
            .Places.AsNoTracking()
            .OrderBy(p => p.Code)
            .Select(p => new Row(p.Id, p.ParentId, p.Level, p.Kind, p.Code, p.Name, p.OfficialName, p.ParentName, p.FindKeys))
            .ToListAsync(ct);
    }
}
