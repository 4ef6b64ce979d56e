using System.Collections.Concurrent;
using System.Diagnostics;
using CoBuilding.Meetings;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>
/// Clients that reply by link: each has its own links and replies to them in turn with a different reply, so that each POST is a change.
/// </summary>
internal sealed class AnswerLoad(string slug, IReadOnlyList<string> tokens, int clients)
{
    private static readonly Reply[] Replies = [Reply.Attend, Reply.Leave];
    private readonly ConcurrentDictionary<string, int> turns = new();
    private readonly ConcurrentQueue<Guid> operations = [];
    private int refused;

    public int Refused => refused;

    /// <summary>Answers for so long; returns the answers a second.</summary>
    public async Task<double> RunAsync(Uri address, TimeSpan length)
    {
        using var client = Client(address, clients);
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        var own = tokens.Where((_, t) => t % clients == n).ToArray();
                        var acknowledged = 0;
                        for (var k = 0; own.Length > 0 && clock.Elapsed < length; k++)
                            if (await AnswerAsync(client, own[k % own.Length]))
                                acknowledged++;
                        return acknowledged;
                    })
                )
        );
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Answers with pauses until it is enough; returns how long each answer took, in milliseconds.</summary>
    public async Task<IReadOnlyList<double>> AnswerCalmlyAsync(Uri address, TimeSpan pause, CancellationToken enough)
    {
        using var client = Client(address, clients);
        var took = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(n =>
                    Task.Run(
                        async () =>
                        {
                            var own = tokens.Where((_, t) => t % clients == n).ToArray();
                            List<double> times = [];
                            for (var k = 0; !enough.IsCancellationRequested; k++)
                            {
                                var begun = Stopwatch.GetTimestamp();
                                await AnswerAsync(client, own[k % own.Length]);
                                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                                await Task.Delay(pause, CancellationToken.None);
                            }
                            return times;
                        },
                        CancellationToken.None
                    )
                )
        );
        return [.. took.SelectMany(t => t)];
    }

    /// <summary>The next reply by one link, which no other client uses meanwhile.</summary>
    public async Task<bool> AnswerAsync(HttpClient client, string token)
    {
        var (operation, turn) = (Guid.CreateVersion7(), turns.GetValueOrDefault(token));
        var isAcknowledged = await SendAsync(client, slug, token, operation, Replies[turn % 2]);
        if (isAcknowledged)
        {
            operations.Enqueue(operation);
            turns[token] = turn + 1;
        }
        else
            Interlocked.Increment(ref refused);
        return isAcknowledged;
    }

    /// <summary>Each acknowledged operation is in the journal exactly once, and the last reply of each link is in its row.</summary>
    public async Task<bool> IsKeptAsync(BenchmarkDistrict stage) => await LostAsync(stage) == 0;

    /// <summary>How many were acknowledged and are missing, doubled, or not the last of their link.</summary>
    public async Task<long> LostAsync(BenchmarkDistrict stage)
    {
        var sent = operations.ToArray();
        await using var source = NpgsqlDataSource.Create(stage.OwnerConnection);
        await using var counts = source.CreateCommand(
            "SELECT count(*), count(DISTINCT operation_id) FROM journal WHERE operation_id = ANY($1)"
        );
        counts.Parameters.Add(new() { Value = sent });
        await using var reader = await counts.ExecuteReaderAsync();
        await reader.ReadAsync();
        var (rows, distinct) = (reader.GetInt64(0), reader.GetInt64(1));
        await reader.DisposeAsync();
        await using var last = source.CreateCommand(
            "SELECT count(*) FROM links l JOIN invitations i ON i.tenant_id = l.tenant_id AND i.id = l.subject_id "
                + "JOIN unnest($1, $2) AS sent(hash, reply) ON sent.hash = l.token_hash WHERE i.reply = sent.reply"
        );
        var answered = turns.ToArray();
        last.Parameters.Add(new() { Value = answered.Select(t => Access.Secrets.Hash(t.Key)).ToArray() });
        last.Parameters.Add(new() { Value = answered.Select(t => Replies[(t.Value - 1) % 2].ToString()).ToArray() });
        return sent.Length - distinct + (rows - distinct) + (answered.Length - (long)(await last.ExecuteScalarAsync())!);
    }

    /// <summary>
    /// Sends the form of the phone page. True when it is acknowledged: 303 leads the browser to the page that says what is recorded.
    /// </summary>
    public static async Task<bool> SendAsync(
        HttpClient client,
        string slug,
        string token,
        Guid operation,
        Reply reply,
        string? substitute = null
    )
    {
        List<KeyValuePair<string, string>> fields = [new("operation", operation.ToString()), new("reply", reply.ToString())];
        if (substitute is not null)
            fields.Add(new("substituteName", substitute));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync($"{slug}/a/{token}", form);
        return (int)answer.StatusCode is (>= 200 and < 300) or 303;
    }

    /// <summary>How long somebody waits for one answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Follows no redirect.</summary>
    public static HttpClient Client(Uri address, int connections) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = connections })
        {
            BaseAddress = address,
            Timeout = Patience,
        };
}
