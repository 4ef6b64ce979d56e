using CoBuilding.Access;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Duplicates;

/// <summary>Possible duplicates within reach while a unit is entered.</summary>
public sealed class FindLikeUnits(Door door)
{
    /// <param name="ExceptId">The unit itself, when it is edited.</param>
    public sealed record Question(string Name, string? ShortName, Guid? PlaceId, Guid? ExceptId);

    public sealed record Row(Guid Id, string Name, string? ShortName, string Place, string? Street, DateOnly? EndedOn);

    private const int Most = 5;

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, ct);
        var name = UnitKindWords.Alike(question.Name);
        var shorter = question.ShortName.OrNull() is { } typed ? UnitKindWords.Alike(typed) : null;
        if (name.Length == 0)
            return [];
        return await db
            .Units.AsNoTracking()
            .Where(u => u.MergedIntoId == null && u.Id != question.ExceptId)
            .Where(u =>
                u.AlikeKey == name
                || u.ShortAlikeKey == name
                || (u.PlaceId == question.PlaceId && shorter != null && (u.AlikeKey == shorter || u.ShortAlikeKey == shorter))
            )
            .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { u, p })
            .OrderBy(x => x.u.SortKey)
            .ThenBy(x => x.u.Id)
            .Select(x => new Row(
                x.u.Id,
                x.u.Name,
                x.u.ShortName,
                x.p.Name,
                x.p.Level == PlaceLevel.Community ? x.p.ParentName : null,
                x.u.EndedOn
            ))
            .Take(Most)
            .ToListAsync(ct);
    }
}
