using System.Collections.Concurrent;
using System.Diagnostics;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Messages;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>
/// The web process and the database are killed in turn while many clients reply. Each client repeats a form until it is acknowledged;
/// afterwards each acknowledged reply must be recorded exactly once.
/// </summary>
internal sealed class AnswerKills : IBenchmark
{
    private const int Clients = 16;

    public string Name => "answer-kills";
    public string Compares =>
        "answers lost or doubled (subject, 0) of those acknowledged (control) "
        + "while the web process and PostgreSQL are killed in turn and clients send again";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        var district = await stage.DistrictAsync("bench", seats: Clients, meetings: 2);
        await using var portal = await Server.PortalAsync(stage, say);
        var crowd = new Crowd(district.Slug, [.. district.Streets.SelectMany(s => s.Meetings).SelectMany(m => m.Links)]);
        var before = await VersionsAsync(stage);
        using var enough = new CancellationTokenSource();
        var answering = crowd.AnswerAsync(portal.Address, enough.Token);
        var (kills, dice) = (smoke ? 2 : 20, new Random(20261123));
        for (var n = 0; n < kills * 2; n++)
        {
            await crowd.GetOnAsync(answering);
            await Task.Delay(dice.Next(smoke ? 500 : 2_000));
            var (watch, acknowledged) = (Stopwatch.StartNew(), crowd.Acknowledged.Count);
            await (n % 2 == 0 ? portal.KillAsync() : stage.KillDatabaseAsync());
            say(
                $"kill {n + 1}, {(n % 2 == 0 ? "web" : "PostgreSQL")}: up again after "
                    + $"{watch.Elapsed.TotalSeconds:0.0} s; {acknowledged} acknowledged before"
            );
        }
        await crowd.GetOnAsync(answering);
        await enough.CancelAsync();
        await answering;

        var (lost, doubled, madeGood) = await CountAsync(stage, crowd, before);
        var isDurable = await IsDurableAsync(stage);
        say(
            $"{lost} lost, {doubled} doubled of {crowd.Acknowledged.Count} acknowledged; "
                + $"{crowd.Repeats} sent again, of which {madeGood} had been recorded before"
        );
        if (!isDurable)
            say("the database does not write through");
        return new Result(
            Name,
            (double)(lost + doubled) / crowd.Acknowledged.Count,
            lost + doubled,
            crowd.Acknowledged.Count,
            1,
            lost + doubled == 0 && isDurable
        );
    }

    /// <summary>
    /// Checked in the journal, which has each operation, and in the invitations, which have the last reply and the number of changes.
    /// </summary>
    private static async Task<(int Lost, int Doubled, int MadeGood)> CountAsync(
        BenchmarkDistrict stage,
        Crowd crowd,
        Dictionary<Guid, Row> before
    )
    {
        await using var source = NpgsqlDataSource.Create(stage.OwnerConnection);
        await using var command = source.CreateCommand("SELECT operation_id, at FROM journal WHERE \"right\" = 'AnswerInvitation'");
        Dictionary<Guid, (int Times, DateTimeOffset At)> journal = [];
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                journal[reader.GetGuid(0)] = (
                    journal.GetValueOrDefault(reader.GetGuid(0)).Times + 1,
                    reader.GetFieldValue<DateTimeOffset>(1)
                );
        var after = await VersionsAsync(stage);
        var (lost, doubled, madeGood) = (0, 0, 0);
        foreach (var answer in crowd.Acknowledged)
        {
            if (!journal.TryGetValue(answer.Operation, out var entry))
                lost++;
            else if (entry.Times > 1)
                doubled++;
            else if (entry.At < answer.LastSentAt)
                madeGood++;
        }
        doubled += journal.Keys.Except(crowd.Acknowledged.Select(a => a.Operation)).Count();
        foreach (var answers in crowd.Acknowledged.GroupBy(a => a.Invitation))
        {
            var (version, substitute) = after[answers.Key];
            if (substitute != answers.MaxBy(a => a.Turn)!.Substitute)
                lost++;
            var changes = version - before[answers.Key].Version;
            if (changes < answers.Count())
                lost++;
            else if (changes > answers.Count())
                doubled++;
        }
        return (lost, doubled, madeGood);
    }

    private sealed record Row(long Version, string? Substitute);

    private static async Task<Dictionary<Guid, Row>> VersionsAsync(BenchmarkDistrict stage)
    {
        await using var source = NpgsqlDataSource.Create(stage.OwnerConnection);
        await using var command = source.CreateCommand("SELECT id, row_version, substitute_name FROM invitations");
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<Guid, Row> rows = [];
        while (await reader.ReadAsync())
            rows[reader.GetGuid(0)] = new(reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetString(2));
        return rows;
    }

    private static async Task<bool> IsDurableAsync(BenchmarkDistrict stage)
    {
        await using var source = NpgsqlDataSource.Create(stage.PortalConnection);
        await using var command = source.CreateCommand(
            "SELECT bool_and(setting = 'on') FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')"
        );
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <param name="Turn">The sequence number within its client.</param>
    /// <param name="LastSentAt">The start of the acknowledged request.</param>
    private sealed record Answered(Guid Operation, Guid Invitation, int Turn, string Substitute, DateTimeOffset LastSentAt);

    /// <summary>Each client answers links of its own in turn. Every reply names another substitute, by which it is identified.</summary>
    private sealed class Crowd(string slug, MakeLinks.MadeLink[] links)
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
        private int repeats;

        public ConcurrentQueue<Answered> Acknowledged { get; } = [];
        public int Repeats => repeats;

        public Task AnswerAsync(Uri address, CancellationToken enough) =>
            Task.WhenAll(
                Enumerable
                    .Range(0, Clients)
                    .Select(n =>
                        Task.Run(async () =>
                        {
                            using var client = AnswerLoad.Client(address, 1);
                            client.Timeout = TimeSpan.FromSeconds(15);
                            var own = links.Where((_, l) => l % Clients == n).ToArray();
                            for (var turn = 0; !enough.IsCancellationRequested; turn++)
                                await AnswerAsync(client, own[turn % own.Length], turn, $"substitute {n}-{turn}");
                        })
                    )
            );

        private async Task AnswerAsync(HttpClient client, MakeLinks.MadeLink link, int turn, string substitute)
        {
            var (operation, begun) = (Guid.CreateVersion7(), Stopwatch.GetTimestamp());
            while (true)
            {
                var sentAt = TimeProvider.System.GetUtcNow();
                try
                {
                    if (await AnswerLoad.SendAsync(client, slug, link.Token, operation, Reply.Substitute, substitute))
                    {
                        Acknowledged.Enqueue(new(operation, link.InvitationId, turn, substitute, sentAt));
                        return;
                    }
                }
                catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
                {
                    // The server is unavailable, or stopped while responding.
                }
                if (Stopwatch.GetElapsedTime(begun) > Patience)
                    throw new TimeoutException("An answer is not acknowledged although the servers are up.");
                Interlocked.Increment(ref repeats);
                await Task.Delay(Pause, CancellationToken.None);
            }
        }

        /// <summary>Waits until each client, as a rule, has had another answer acknowledged.</summary>
        public async Task GetOnAsync(Task answering)
        {
            var (aim, begun) = (Acknowledged.Count + (Clients * 2), Stopwatch.GetTimestamp());
            while (Acknowledged.Count < aim)
            {
                if (answering.IsFaulted)
                    await answering;
                if (Stopwatch.GetElapsedTime(begun) > Patience)
                    throw new TimeoutException(
                        $"Only {Acknowledged.Count} of {aim} answers are acknowledged after {Patience.TotalSeconds:0} seconds."
                    );
                await Task.Delay(20);
            }
        }
    }
}
