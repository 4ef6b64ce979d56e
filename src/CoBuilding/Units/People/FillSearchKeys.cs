using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.People;

/// <summary>
/// Adds search and sort keys to people and units saved by versions without such keys. Run by the daily round; it has no effect if no key is
/// missing.
/// </summary>
public sealed class FillSearchKeys(Door door) : IDailyJob
{
    public sealed record Form : WritingForm;

    private const int Most = 500;

    Task<bool> IDailyJob.RunAsync(Scope scope, Guid operationId, CancellationToken ct) =>
        RunAsync(scope, new() { OperationId = operationId }, ct);

    /// <returns>Whether there may be more: a call renews a limited number.</returns>
    public async Task<bool> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.FillSearchKeys, form, ct);
        var people = await db.People.Where(p => p.StrokeKey == "").OrderBy(p => p.Id).Take(Most).ToListAsync(ct);
        var units = await db.Units.Where(u => u.StrokeKey == "").OrderBy(u => u.Id).Take(Most).ToListAsync(ct);
        var accounts = await db.Accounts.Where(a => a.FindKeys == "").OrderBy(a => a.Id).Take(Most).ToListAsync(ct);
        // The keys follow from the names; saying that a row is changed writes them.
        foreach (var row in people.Cast<Tenanted>().Concat(units).Concat(accounts))
            db.Update(row);
        await db.CommitAsync(ct);
        return people.Count == Most || units.Count == Most || accounts.Count == Most;
    }
}
