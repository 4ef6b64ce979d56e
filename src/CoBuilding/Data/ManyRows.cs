using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CoBuilding.Data;

public static class ManyRows
{
    private const int AtOnce = 1_000;

    /// <summary>
    /// Inserts many new rows with few statements, immediately and before <see cref="PortalDb.CommitAsync"/> saves: journaled and checked
    /// against the reach in the same way, in the same transaction. Referenced rows have to be added first.
    /// </summary>
    /// <param name="added">Called with the number of rows inserted.</param>
    /// <exception cref="NotFound">A row is out of reach.</exception>
    /// <exception cref="RuleBroken">A constraint that stands for a rule refused one.</exception>
    public static async Task AddManyAsync<T>(this PortalDb db, IReadOnlyList<T> rows, Action<int>? added, CancellationToken ct)
        where T : Tenanted
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        if (!rows.All(r => db.Reaches(type, p => p.PropertyInfo!.GetValue(r))))
            throw new NotFound();
        var (insert, journal) = (new Insert(db, type), new Insert(db, db.Model.FindEntityType(typeof(JournalEntry))!));
        foreach (var chunk in rows.Chunk(AtOnce))
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            batch.BatchCommands.Add(insert.Of(chunk));
            batch.BatchCommands.Add(
                journal.Of([.. chunk.Select(r => db.EntryFor("added", type.GetTableName()!, r.Id, null, JournalJson.OfNew(type, r)))])
            );
            try
            {
                await batch.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException refused) when (db.Translate(refused) is { } refusal)
            {
                throw refusal;
            }
            added?.Invoke(chunk.Length);
        }
    }

    /// <summary>An insert whose parameters are the columns, each an array.</summary>
    private sealed class Insert(PortalDb db, IEntityType type)
    {
        private readonly List<IProperty> properties = [.. type.GetProperties().Where(p => p.Name != nameof(Tenanted.TenantId))];

        public NpgsqlBatchCommand Of(IReadOnlyList<Tenanted> rows)
        {
            var command = new NpgsqlBatchCommand();
            command.Parameters.Add(new() { Value = db.Tenant });
            var (names, values) = (new StringBuilder("tenant_id"), new StringBuilder());
            foreach (var property in properties)
            {
                var arrayOf = property.GetColumnType().Split('(')[0] + "[]";
                command.Parameters.Add(new() { Value = Column(property, rows), DataTypeName = arrayOf });
                names.Append(System.Globalization.CultureInfo.InvariantCulture, $", \"{property.GetColumnName()}\"");
                values.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{(values.Length == 0 ? "" : ", ")}${command.Parameters.Count}"
                );
            }
            command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({names}) SELECT $1, * FROM unnest({values})";
            return command;
        }

        private static Array Column(IProperty property, IReadOnlyList<Tenanted> rows)
        {
            var converter = property.GetTypeMapping().Converter;
            var stored = converter?.ProviderClrType ?? property.ClrType;
            var column = Array.CreateInstance(
                stored.IsValueType && Nullable.GetUnderlyingType(stored) is null ? typeof(Nullable<>).MakeGenericType(stored) : stored,
                rows.Count
            );
            for (var n = 0; n < rows.Count; n++)
            {
                var value = property.PropertyInfo!.GetValue(rows[n]);
                column.SetValue(
                    value is null ? null
                        : converter is null ? value
                        : converter.ConvertToProvider(value),
                    n
                );
            }
            return column;
        }
    }
}
