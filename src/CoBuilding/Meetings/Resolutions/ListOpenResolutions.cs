using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Resolutions;

/// <summary>What a body agreed earlier and is still open, in the order in which its next meeting looks at it: it comes first on the agenda by itself.</summary>
public sealed class ListOpenResolutions(Door door)
{
    internal const int Most = ListQuestion.LargestPage;

    public async Task<IReadOnlyList<ListResolutions.Row>> AskAsync(Scope scope, Guid committeeId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await ListResolutions.Rows(db, new() { CommitteeId = committeeId }).Take(Most).ToListAsync(ct);
    }
}
