using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Tests.House;

/// <summary>Lifts the reach with every fault that <see cref="LiftingFence"/> looks for.</summary>
internal sealed class GuiltyLifting(PortalDb db)
{
    private static readonly string Reason = "names of units that were not written down";

    public async Task<int> AskAsync(Scope scope, CancellationToken ct) => scope is null ? 0 : (await WrittenAsync(ct)).Count;

    private async Task<List<Guid>> WrittenAsync(CancellationToken ct)
    {
        await Task.Yield();
        return await db.Units.Lifted("names of units that nobody has an example for").Select(u => u.Id).ToListAsync(ct);
    }

    public Func<IQueryable<ResidentUnit>> Named() => () => db.Units.Lifted(Reason);

    public async Task<int> NamedAsync() => await db.Units.Lifted($"names of units by {db.Today}").CountAsync();

    public IQueryable<ResidentUnit> Short() => db.Units.Lifted("names of units");
}
