using System.Diagnostics;
using CoBuilding.Meetings;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>The crowd's answers: the portal's static POST against a bare endpoint with the same reads, writes and journal row.</summary>
internal sealed class AnswerHttp : IBenchmark
{
    private const int Clients = 64;

    public string Name => "answer-http";
    public string Compares => "answers per second, 64 clients: the portal's POST (row-level security, journal, fsync) against a minimal API endpoint in bare Npgsql";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await Stage.SetAsync(say);
        var district = await stage.DistrictAsync("bench", seats: 40, meetings: smoke ? 2 : 4);
        var tokens = district.Streets.SelectMany(s => s.Meetings).SelectMany(m => m.Links).Select(l => l.Token).ToArray();
        await using var portal = await Server.PortalAsync(stage, say);
        await using var control = await Server.ControlAsync("answer", stage);
        var (rounds, length) = smoke ? (1, TimeSpan.FromSeconds(1)) : (5, TimeSpan.FromSeconds(5));
        var load = new Load(district.Slug, tokens);
        foreach (var server in new[] { portal, control }) await load.RunAsync(server.Address, TimeSpan.FromSeconds(smoke ? 1 : 15));

        List<(double, double)> measured = [];
        for (var n = 0; n < rounds; n++)
        {
            var subject = await load.RunAsync(portal.Address, length);
            var against = await load.RunAsync(control.Address, length);
            measured.Add((subject, against));
            say($"round {n + 1}: {subject:0} against {against:0} answers a second");
        }
        var right = load.Refused == 0 && await VerifyAsync(stage, load);
        if (load.Refused > 0) say($"{load.Refused} answers were refused");
        return Result.Of(Name, measured, right);
    }

    /// <summary>Each operation that was sent stands in the journal exactly once, and the last answer of each link stands in its row.</summary>
    private static async Task<bool> VerifyAsync(Stage stage, Load load)
    {
        await using var source = NpgsqlDataSource.Create(stage.OwnerConnection);
        await using var counts = source.CreateCommand("SELECT count(*), count(DISTINCT operation_id) FROM journal WHERE operation_id = ANY($1)");
        counts.Parameters.Add(new() { Value = load.Operations.ToArray() });
        await using var reader = await counts.ExecuteReaderAsync();
        await reader.ReadAsync();
        var (rows, operations) = (reader.GetInt64(0), reader.GetInt64(1));
        await reader.DisposeAsync();
        await using var last = source.CreateCommand(
            "SELECT count(*) FROM links l JOIN invitations i ON i.tenant_id = l.tenant_id AND i.id = l.subject_id JOIN unnest($1, $2) AS sent(hash, reply) ON sent.hash = l.token_hash WHERE i.reply = sent.reply");
        last.Parameters.Add(new() { Value = load.LastReply.Keys.Select(Access.Secrets.Hash).ToArray() });
        last.Parameters.Add(new() { Value = load.LastReply.Values.ToArray() });
        return rows == load.Operations.Count && operations == rows && (long)(await last.ExecuteScalarAsync())! == load.LastReply.Count;
    }

    /// <summary>Each client answers links of its own in turn, with another answer each time, so that each POST is a change.</summary>
    private sealed class Load(string slug, string[] tokens)
    {
        private static readonly string[] Replies = [nameof(Reply.Attend), nameof(Reply.Leave)];
        private readonly Dictionary<string, int> turns = tokens.ToDictionary(t => t, _ => 0);

        public List<Guid> Operations { get; } = [];
        public Dictionary<string, string> LastReply { get; } = [];
        public int Refused { get; private set; }

        public async Task<double> RunAsync(Uri address, TimeSpan length)
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = Clients };
            using var client = new HttpClient(handler) { BaseAddress = address };
            var clock = Stopwatch.StartNew();
            var done = await Task.WhenAll(Enumerable.Range(0, Clients).Select(n => Task.Run(() => AnswerAsync(client, n, clock, length))));
            var seconds = clock.Elapsed.TotalSeconds;
            foreach (var part in done)
            {
                Operations.AddRange(part.Operations);
                foreach (var (token, turn) in part.Turns) (turns[token], LastReply[token]) = (turn, Replies[(turn - 1) % 2]);
                Refused += part.Refused;
            }
            return done.Sum(p => p.Operations.Count) / seconds;
        }

        private async Task<(List<Guid> Operations, Dictionary<string, int> Turns, int Refused)> AnswerAsync(HttpClient client, int number, Stopwatch clock, TimeSpan length)
        {
            var own = tokens.Where((_, n) => n % Clients == number).ToArray();
            List<Guid> operations = [];
            Dictionary<string, int> made = [];
            var refused = 0;
            for (var n = 0; own.Length > 0 && clock.Elapsed < length; n++)
            {
                var token = own[n % own.Length];
                var turn = made.GetValueOrDefault(token, turns[token]);
                var operation = Guid.CreateVersion7();
                using var form = new FormUrlEncodedContent([new("operation", operation.ToString()), new("reply", Replies[turn % 2])]);
                using var answer = await client.PostAsync($"{slug}/a/{token}", form);
                // 303 leads the browser to the page that says what is recorded.
                if ((int)answer.StatusCode is (>= 200 and < 300) or 303)
                {
                    operations.Add(operation);
                    made[token] = turn + 1;
                }
                else refused++;
            }
            return (operations, made, refused);
        }
    }
}
