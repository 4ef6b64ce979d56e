using System.Diagnostics;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>
/// A roster of 20,000 rows, read, checked and saved by the use case as the web role; against COPY of every row that came of it, journal
/// included, into the same tables with all their constraints, as the owner.
/// </summary>
internal sealed class ImportRosters : IBenchmark
{
    private static readonly string[] Tables = ["people", "units", "posts", "seats", "appointments", "journal"];

    public string Name => "import-roster";
    public string Compares =>
        "rows of a roster imported per second (subject) "
        + "against COPY of all the rows that result, journal included, into the same tables (control)";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        var (streets, units, rounds) = smoke ? (4, 200, 1) : (40, 10_000, 3);
        var (tenant, admin) = await CreateAsync(stage, streets);
        var source = new ImportSource(Encoding.UTF8.GetBytes(Roster(streets, units)));
        await using var owner = NpgsqlDataSource.Create(stage.OwnerConnection);
        List<(double, double)> measured = [];
        var (rowsOk, peak) = (true, 0L);
        for (var round = 0; round < rounds; round++)
        {
            var form = new ImportList.Form { List = new ImportableRosters(), Source = source };
            var watch = Stopwatch.StartNew();
            var (done, megabytes) = await Peak.OfAsync(() => stage.Use<ImportList>().RunAsync(admin, form, null, default));
            var subject = done.Rows.Count / watch.Elapsed.TotalSeconds;
            peak = Math.Max(peak, megabytes);
            rowsOk &= done.New == units * 2 && (await CountAsync(owner, tenant, form.OperationId)).SequenceEqual(Expected(units));

            var rows = await TakeOutAsync(owner, tenant, form.OperationId);
            watch.Restart();
            await CopyAsync(owner, rows);
            var control = done.Rows.Count / watch.Elapsed.TotalSeconds;
            rowsOk &= (await CountAsync(owner, tenant, form.OperationId)).SequenceEqual(Expected(units));
            await TakeOutAsync(owner, tenant, form.OperationId);
            measured.Add((subject, control));
            say(
                $"round {round + 1}: {subject:0} rows a second against {control:0}; at most {megabytes} MB more managed memory than before"
            );
        }
        var (readerRatio, readAlike) = await RosterReading.MeasureAsync(stage, admin, Roster(streets, smoke ? 100 : 2_500), smoke, say);
        return Result.Of(Name, measured, rowsOk && readAlike) with { PeakMegabytes = peak, ReaderRatio = readerRatio };
    }

    /// <summary>In the order of <see cref="Tables"/>; the journal has a line for each row of the others.</summary>
    private static long[] Expected(int units) => [units * 2, units, units * 2, units, units * 2, units * 8];

    private static async Task<(Guid Tenant, Scope Admin)> CreateAsync(BenchmarkDistrict stage, int streets)
    {
        var places = new StringBuilder("code,name,level,parent_code\n990101,D,district,9901\n");
        for (var n = 1; n <= streets; n++)
            places.Append(System.Globalization.CultureInfo.InvariantCulture, $"990101{n:000},第{n}街道,street,990101\n");
        var created = PlaceFile.Read(new StringReader(places.ToString())).PlacesOf("990101");
        var id = await PortalDatabase.EnterDistrictAsync(
            stage.OwnerConnection,
            new District
            {
                Id = Guid.CreateVersion7(),
                Slug = "rosters",
                Code = "990101",
                Name = "D",
                CreatedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await stage
            .Use<CreateDistrict>()
            .RunAsync(
                Scope.ForDistrictCreation(id),
                new()
                {
                    Places = created,
                    AdminPassword = BenchmarkDistrict.Password,
                    AuditorPassword = BenchmarkDistrict.Password,
                    MustChangePasswords = false,
                },
                default
            );
        var admin = await stage.SignInAsync(id, "admin", BenchmarkDistrict.Password);
        foreach (var street in created.Where(p => p.Level == PlaceLevel.Street))
            await stage
                .Use<EstablishCommittee>()
                .RunAsync(
                    admin,
                    new()
                    {
                        Kind = CommitteeKind.BigWorking,
                        PlaceId = street.Id,
                        Name = street.Name + "大工委",
                        EstablishedOn = new DateOnly(2016, 1, 1),
                    },
                    default
                );
        return (id, admin);
    }

    /// <summary>Of each unit one who has left the seat and one who holds it.</summary>
    private static string Roster(int streets, int units)
    {
        var list = new StringBuilder("组织名称,单位,单位类型,单位所在地,姓名,单位职务,手机号,委员会职务,任职起,任职止,离任原因,聘书编号\n");
        for (var n = 0; n < units; n++)
        {
            var (street, unit) = ($"第{(n % streets) + 1}街道", $"第{n + 1}中学");
            list.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{street}大工委,{unit},学校,{street},王前{n},党委书记,13{n:000000000},兼职委员,2018-03-01,2023-03-01,工作变动,前{n}号\n"
            );
            list.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{street}大工委,{unit},学校,{street},李现{n},党委书记,15{n:000000000},兼职委员,2023.3.1,,,现{n}号\n"
            );
        }
        return list.ToString();
    }

    private static string Where(string table, Guid tenant, Guid operation) =>
        $"tenant_id = '{tenant}'" + (table == "journal" ? $" AND operation_id = '{operation}'" : "");

    private static async Task<long[]> CountAsync(NpgsqlDataSource owner, Guid tenant, Guid operation)
    {
        List<long> counts = [];
        foreach (var table in Tables)
        {
            await using var count = owner.CreateCommand($"SELECT count(*) FROM {table} WHERE {Where(table, tenant, operation)}");
            counts.Add((long)(await count.ExecuteScalarAsync())!);
        }
        return [.. counts];
    }

    /// <summary>The rows in COPY format, deleted from the tables, which are then vacuumed.</summary>
    private static async Task<IReadOnlyList<byte[]>> TakeOutAsync(NpgsqlDataSource owner, Guid tenant, Guid operation)
    {
        List<byte[]> rows = [];
        await using var connection = await owner.OpenConnectionAsync();
        foreach (var table in Tables)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync(
                $"COPY (SELECT * FROM {table} WHERE {Where(table, tenant, operation)}) TO STDOUT (FORMAT BINARY)"
            );
            using var taken = new MemoryStream();
            await copy.CopyToAsync(taken);
            rows.Add(taken.ToArray());
        }
        foreach (
            var sql in Tables
                .Reverse()
                .Select(t => $"DELETE FROM {t} WHERE {Where(t, tenant, operation)}")
                .Concat(Tables.Select(t => $"VACUUM (ANALYZE) {t}"))
        )
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync();
        }
        return rows;
    }

    private static async Task CopyAsync(NpgsqlDataSource owner, IReadOnlyList<byte[]> rows)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (table, bytes) in Tables.Zip(rows))
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
            await copy.WriteAsync(bytes);
        }
        await transaction.CommitAsync();
    }

    /// <summary>The most managed memory above what there was, looked at twenty times a second.</summary>
    private static class Peak
    {
        public static async Task<(T Answer, long Megabytes)> OfAsync<T>(Func<Task<T>> work)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var most = before;
            await using var timer = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(false)), null, 0, 50);
            return (await work(), (Math.Max(most, GC.GetTotalMemory(false)) - before) / 1024 / 1024);
        }
    }
}
