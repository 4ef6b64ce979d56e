using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>
/// Removes the mobile numbers and e-mail addresses of people whose service is over in each room (<see cref="IPeopleInService"/>) since the
/// days that the district grants. Run once a day by the portal; repeating it has no effect. The journal names the people, not the numbers.
/// </summary>
public sealed class PurgeMobiles(Door door, IEnumerable<IPeopleInService> inService) : IDailyJob
{
    public sealed record Form : WritingForm;

    private const int Most = 500;

    Task<bool> IDailyJob.RunAsync(Scope scope, Guid operationId, CancellationToken ct) =>
        RunAsync(scope, new() { OperationId = operationId }, ct);

    /// <returns>Whether there may be more: a call removes a limited number.</returns>
    public async Task<bool> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.PurgeMobiles, form, ct);
        var since = db.Today.AddDays(-(await PeopleSetting.ReadAsync(db, ct)).MobileKeptDays);
        var over = await OutOfService(db, since).OrderBy(p => p.Id).Take(Most).ToListAsync(ct);
        foreach (var person in over)
            (person.Mobile, person.Email) = (null, null);
        await db.CommitAsync(ct);
        return over.Count == Most;
    }

    /// <summary>Records merged into one are one person.</summary>
    private IQueryable<Person> OutOfService(PortalDb db, DateOnly since)
    {
        var people = db.People;
        var kept = inService.Select(room => room.After(db, since)).Aggregate((all, more) => all.Concat(more));
        return people.Where(p =>
            (p.Mobile != null || p.Email != null) && !people.Any(q => (q.Id == p.Id || q.MergedIntoId == p.Id) && kept.Contains(q.Id))
        );
    }
}
