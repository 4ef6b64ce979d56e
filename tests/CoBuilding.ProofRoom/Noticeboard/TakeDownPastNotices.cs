using CoBuilding.Access;
using CoBuilding.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Takes down, every day, what hung until the day before.</summary>
public sealed class TakeDownPastNotices(Door door) : IDailyJob
{
    public sealed record Form : WritingForm;

    private const int Most = 100;

    Task<bool> IDailyJob.RunAsync(Scope scope, Guid operationId, CancellationToken ct) =>
        RunAsync(scope, new() { OperationId = operationId }, ct);

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        // One of the rights that the portal's own clock has; those of people are none of them.
        await using var db = await door.OpenAsync(scope, Right.PurgeMobiles, form, ct);
        var today = db.Today;
        var past = await db
            .Notices.Where(n => n.State == NoticeState.Hanging && n.HangsUntil < today)
            .OrderBy(n => n.Id)
            .Take(Most)
            .ToListAsync(ct);
        foreach (var notice in past)
            notice.TakeDown();
        await db.CommitAsync(ct);
        return past.Count == Most;
    }
}
