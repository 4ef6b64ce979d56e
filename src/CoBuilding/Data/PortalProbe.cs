using Npgsql;

namespace CoBuilding.Data;

/// <summary>Refuses a database whose role or pool does not separate districts.</summary>
public static class PortalProbe
{
    /// <exception cref="UnsafeDatabase">The message says what to change.</exception>
    public static async Task CheckAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await CheckRoleAsync(connection, ct);
        await CheckBindingEndsAsync(connection, ct);
        await CheckWallAsync(connection, ct);
    }

    private static async Task CheckRoleAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var look = new NpgsqlCommand(
            """
            SELECT coalesce(bool_or(rolsuper), false), coalesce(bool_or(rolbypassrls), false),
                   EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                       AND pg_has_role(current_user, relowner, 'MEMBER')),
                   current_user
            FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')
            """,
            connection
        );
        await using var row = await look.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var role = row.GetString(3);
        if (row.GetBoolean(0))
            throw new UnsafeDatabase(
                $"The role {role} is, or may become, a superuser: row-level security does not hold it. Use the web role."
            );
        if (row.GetBoolean(1))
            throw new UnsafeDatabase($"The role {role} has, or may take, BYPASSRLS: it sees every district. Use the web role.");
        if (row.GetBoolean(2))
            throw new UnsafeDatabase($"The role {role} owns tables and could lift their policies. Use the web role.");
    }

    /// <summary>
    /// Binds a district, ends the transaction and reads the binding: the policies' expression must fail. With empty tables it would not be
    /// evaluated.
    /// </summary>
    private static async Task CheckBindingEndsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            await using var bind = new NpgsqlCommand($"SET LOCAL app.tenant = '{Guid.CreateVersion7():D}'", connection, transaction);
            await bind.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
        await using var unbound = new NpgsqlCommand("SELECT current_setting('app.tenant')::uuid", connection);
        try
        {
            await unbound.ExecuteScalarAsync(ct);
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.InvalidTextRepresentation or PostgresErrorCodes.UndefinedObject)
        {
            return;
        }
        throw new UnsafeDatabase(
            "A district stayed bound after its transaction: remove app.tenant from the role's, the database's "
                + "and the connection's settings."
        );
    }

    private static async Task CheckWallAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var look = new NpgsqlCommand(
            """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT row_security_active(c.oid) LIMIT 1
            """,
            connection
        );
        if (await look.ExecuteScalarAsync(ct) is string table)
            throw new UnsafeDatabase($"Row-level security is off on the table {table}. Run the migrations.");
    }
}
