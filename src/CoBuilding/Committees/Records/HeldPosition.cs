using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>A position that a person holds or held on a body, or at a unit for it.</summary>
internal sealed record HeldPosition
{
    public required Guid Id { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required string Committee { get; init; }
    public string? Title { get; init; }
    public string? Unit { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public EndReason? EndReason { get; init; }

    /// <summary>The latest first, before them those without an end.</summary>
    public static async Task<IReadOnlyList<PersonHolding>> LatestAsync(IQueryable<HeldPosition> rows, string? kindKey, CancellationToken ct)
    {
        var latest = await rows.OrderBy(p => p.Until != null)
            .ThenByDescending(p => p.From)
            .ThenBy(p => p.Id)
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return
        [
            .. latest.Select(p => new PersonHolding(
                kindKey,
                p.PlaceId,
                p.CommitteeId,
                p.Committee,
                p.Title,
                p.Unit,
                p.From,
                p.Until,
                p.EndReason is { } reason ? Wording.KeyOf(typeof(EndReason), reason.ToString()) : null
            )),
        ];
    }
}
