using CoBuilding.Access;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>The names of the topics under which notices hang.</summary>
public sealed class ListNoticeTopics(Door door)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<string>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, ct);
        return await db.NoticeTopics.OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => t.Name).Take(Most).ToListAsync(ct);
    }
}
