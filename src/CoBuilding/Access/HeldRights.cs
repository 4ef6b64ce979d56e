using CoBuilding.Data;
using Npgsql;

namespace CoBuilding.Access;

/// <summary>
/// Of several rights those that the asker holds, each with a context of its own reach, over one transaction. For questions: nothing is
/// committed.
/// </summary>
public sealed class HeldRights : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    /// <summary>They share the connection: one is asked after the other.</summary>
    public IReadOnlyDictionary<Right, PortalDb> Contexts { get; }

    internal HeldRights(NpgsqlConnection connection, IReadOnlyDictionary<Right, PortalDb> contexts) =>
        (this.connection, Contexts) = (connection, contexts);

    public async ValueTask DisposeAsync()
    {
        await using (connection)
            foreach (var db in Contexts.Values)
                await db.DisposeAsync();
    }
}
