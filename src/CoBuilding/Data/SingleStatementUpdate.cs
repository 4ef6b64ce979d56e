using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CoBuilding.Data;

public static class SingleStatementUpdate
{
    /// <summary>
    /// Changes one row that was loaded without tracking, journals it and commits: one statement and the commit, for the few places
    /// with many concurrent writes. The caller has loaded the row through the reach.
    /// </summary>
    /// <param name="db">The operation.</param>
    /// <param name="row">The row as loaded; its version is expected.</param>
    /// <param name="values">The properties to change, by name.</param>
    /// <exception cref="Stale">Somebody else saved the row in between.</exception>
    /// <exception cref="AlreadyDone">This operation was committed before.</exception>
    public static async Task CommitOneAsync<T>(this PortalDb db, T row, IReadOnlyDictionary<string, object?> values, CancellationToken ct)
        where T : Tenanted
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var command = new NpgsqlCommand { Connection = connection };
        var table = type.GetTableName()!;
        var set = new StringBuilder();
        foreach (var (name, value) in values)
        {
            var property = type.FindProperty(name)!;
            set.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\"{property.GetColumnName()}\" = {Parameter(command, Stored(property, value), property)}, "
            );
        }
        var old = JsonSerializer.Serialize(values.Keys.ToDictionary(n => n, n => Shown(type.FindProperty(n)!, row)), JournalJson.Readable);
        var now = JsonSerializer.Serialize(
            values.ToDictionary(v => v.Key, v => JournalJson.IsSecret(type.FindProperty(v.Key)!) ? "…" : JournalJson.Plain(v.Value)),
            JournalJson.Readable
        );
        var entry = db.EntryFor("changed", table, row.Id, old, now);
        command.CommandText = $"""
            WITH changed AS (
                UPDATE "{table}" SET {set}row_version = row_version + 1
                WHERE tenant_id = {Parameter(command, db.Tenant)} AND id = {Parameter(command, row.Id)} AND row_version = {Parameter(
                command,
                row.RowVersion
            )}
                RETURNING id)
            INSERT INTO journal (tenant_id, id, row_version, operation_id, ordinal, at, "right", actor_name, account_id, link_id, action,
                subject, subject_id, before, after, form_hash, form_key_id, filled_fields)
            SELECT {Parameter(command, db.Tenant)}, {Parameter(command, entry.Id)}, 1, {Parameter(
                command,
                entry.OperationId
            )}, 0, {Parameter(command, entry.At)},
                {Parameter(command, entry.Right)}, {Parameter(command, entry.ActorName)}, {Parameter(
                command,
                entry.AccountId,
                "uuid"
            )}, {Parameter(command, entry.LinkId, "uuid")},
                {Parameter(command, entry.Action)}, {Parameter(command, entry.Subject)}, id, {Parameter(
                command,
                entry.Before,
                "jsonb"
            )}, {Parameter(command, entry.After, "jsonb")}, {Parameter(command, entry.FormHash, "bytea")}, {Parameter(
                command,
                entry.FormKeyId,
                "text"
            )}, {Parameter(command, entry.FilledFields, "integer")}
            FROM changed
            """;
        try
        {
            if (await command.ExecuteNonQueryAsync(ct) == 0)
                throw new Stale([]);
        }
        catch (PostgresException refused) when (refused.ConstraintName == JournalTable.OneEntryPerOperation)
        {
            throw new AlreadyDone();
        }
        await db.Database.CommitTransactionAsync(ct);
    }

    private static string Parameter(NpgsqlCommand command, object? value, IProperty property) =>
        Parameter(command, value, property.GetColumnType());

    private static string Parameter(NpgsqlCommand command, object? value, string? type = null)
    {
        var parameter = new NpgsqlParameter { Value = value ?? DBNull.Value };
        if (type is not null)
            parameter.DataTypeName = type.Split('(')[0];
        command.Parameters.Add(parameter);
        return $"${command.Parameters.Count}";
    }

    private static object? Stored(IProperty property, object? value) =>
        value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private static object? Shown(IProperty property, object row)
    {
        var value = property.PropertyInfo!.GetValue(row);
        return value is not null && JournalJson.IsSecret(property) ? "…" : JournalJson.Plain(value);
    }
}
