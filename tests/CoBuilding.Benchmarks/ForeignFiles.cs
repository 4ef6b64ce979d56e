using System.Collections.Concurrent;
using CoBuilding.Documents.Reading;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Texts;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>
/// Units send files with their topics, a third of them hostile, while others reply by link. The portal must not restart or lose replies,
/// and must stay fast; each hostile file must be refused with a message, and each regular one accepted unless its owner is asked to try
/// again.
/// </summary>
internal sealed class ForeignFiles : IBenchmark
{
    private const int Clients = 4,
        Uploaders = 4,
        LinksEach = 2;

    /// <summary>The pause between two replies of one client, so that latency is measured, not throughput.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>The maximum waiting time for the result of a file, in seconds.</summary>
    private const double LongestWait = 25;

    public string Name => "foreign-files";
    public string Compares =>
        "restarts and answers lost (subject, 0) while files are sent that are made to kill, to grow or to last; "
        + "ratio: the slowest of 100 answers meanwhile against the slowest without files (control, ms)";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        var (uploads, atOnce, calm) = smoke ? (12, 2, TimeSpan.FromSeconds(4)) : (300, 6, TimeSpan.FromSeconds(30));
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        var district = await stage.DistrictAsync("bench", seats: smoke ? 15 : 40, meetings: 2);
        var links = await TopicLinksAsync(stage, district);
        var tokens = district.Streets.SelectMany(s => s.Meetings).SelectMany(m => m.Links).Select(l => l.Token);
        var answerLoad = new AnswerLoad(district.Slug, [.. tokens], Clients);
        say("making the files");
        var (innocent, lasting) = (ForeignAttachments.Innocent(), ForeignAttachments.Lasting());
        await using var portal = await Server.PortalAsync(stage, say);

        // Both ways are compiled before they are measured.
        var warming = new Uploads(portal.Address, district.Slug);
        await warming.SendAsync(new([.. innocent, .. innocent, .. innocent]), links);
        await answerLoad.RunAsync(portal.Address, TimeSpan.FromSeconds(smoke ? 2 : 10));
        var without = await CalmAsync(portal, answerLoad, calm);
        say($"without files: {without.Slowest:0.0} ms, {without.RowVersion.MostMemory >> 20} MB");

        var sent = new Uploads(portal.Address, district.Slug);
        var mixed = Mixed(uploads, atOnce, innocent, [.. ForeignAttachments.Hostile(), lasting]);
        var with = await WithAsync(portal, answerLoad, sent, () => SendAllAsync(sent, mixed, Enumerable.Repeat(lasting, atOnce), links));
        var after = await CalmAsync(portal, answerLoad, calm);

        foreach (var kind in sent.All.GroupBy(t => (t.File.Name, t.Status, t.Sentence)).OrderBy(g => g.Key.Name))
            say($"{kind.Count(), 4} {kind.Key.Name, -24} {kind.Key.Status} {kind.Max(t => t.Seconds):0.0} s {kind.Key.Sentence}");
        var lost = await answerLoad.LostAsync(stage) + (portal.IsRunning ? 0 : 1);
        var (growth, slowest) = ((with.RowVersion.MostMemory - without.RowVersion.MostMemory) >> 20, sent.All.Max(t => t.Seconds));
        say($"{with.Times.Count} answers with files: {with.Slowest:0.0} ms, afterwards {after.Slowest:0.0} ms; {growth} MB more");
        if (answerLoad.Refused > 0)
            say($"{answerLoad.Refused} answers were refused");
        var areRight = sent.All.All(t => innocent.Contains(t.File) ? t.IsTaken || IsPutOff(t) : t.IsRefusedInWords);
        var rowsOk =
            lost == 0
            && answerLoad.Refused == 0
            && double.IsFinite(with.RowVersion.SlowestHealth)
            && areRight
            && sent.All.Count == uploads
            && slowest <= LongestWait
            && await AreKeptAsync(stage, [.. warming.All, .. sent.All]);
        var spread = Math.Max(without.Slowest, after.Slowest) / Math.Min(without.Slowest, after.Slowest);
        return new Result(
            Name,
            Math.Round(with.Slowest / without.Slowest, 3),
            lost,
            Math.Round(without.Slowest, 1),
            Math.Round(spread, 3),
            rowsOk
        )
        {
            GrowthMegabytes = growth,
            SlowestHealth = Math.Round(with.RowVersion.SlowestHealth, 1),
            SlowestSentence = Math.Round(slowest, 1),
            PutOff = sent.All.Count(t => innocent.Contains(t.File) && IsPutOff(t)),
        };
    }

    /// <param name="Times">Of the answers by link, in milliseconds.</param>
    private sealed record Measured(IReadOnlyList<double> Times, ServerWatch RowVersion)
    {
        /// <summary>Slower is one of a hundred.</summary>
        public double Slowest => Times.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(Times.Count * 0.99) - 1));
    }

    /// <summary>The committee's units are asked for topics, each by a link.</summary>
    private static async Task<IReadOnlyList<string>> TopicLinksAsync(BenchmarkDistrict stage, StagedDistrict district)
    {
        var (clerk, today) = (district.Streets[0].Clerk, TimeProvider.System.GetUtcNow().ChinaDate());
        var plan = new PlanMeeting.Form
        {
            CommitteeId = district.Streets[0].CommitteeId,
            Title = "meeting",
            FirstDay = today.AddDays(20),
            LastDay = today.AddDays(24),
        };
        await stage.Use<PlanMeeting>().RunAsync(clerk, plan, default);
        await stage
            .Use<CollectTopics>()
            .RunAsync(
                clerk,
                new()
                {
                    PlanId = plan.PlanId,
                    ExpectedVersion = 1,
                    UntilDay = today.AddDays(10),
                },
                default
            );
        return [.. (await stage.Use<MakeTopicLinks>().RunAsync(clerk, new() { PlanId = plan.PlanId }, default)).Select(l => l.Token)];
    }

    /// <summary>In a fixed shuffled order; those sent in parallel are separate.</summary>
    private static HandmadeFile[] Mixed(int uploads, int atOnce, IReadOnlyList<HandmadeFile> innocent, IReadOnlyList<HandmadeFile> hostile)
    {
        var guilty = (uploads / 3) - atOnce;
        HandmadeFile[] all =
        [
            .. Enumerable.Range(0, uploads - atOnce - guilty).Select(n => innocent[n % innocent.Count]),
            .. Enumerable.Range(0, guilty).Select(n => hostile[n % hostile.Count]),
        ];
        new Random(20261201).Shuffle(all);
        return all;
    }

    /// <summary>Several send side by side; when half is through, others come with those that last, all at once.</summary>
    private static async Task SendAllAsync(
        Uploads uploads,
        HandmadeFile[] files,
        IEnumerable<HandmadeFile> atOnce,
        IReadOnlyList<string> links
    )
    {
        await SendAsync(files.Take(files.Length / 2));
        var others = atOnce.Select((file, n) => uploads.SendAsync(new([file]), [links[(Uploaders * LinksEach) + n]]));
        await Task.WhenAll([SendAsync(files.Skip(files.Length / 2)), .. others]);

        Task SendAsync(IEnumerable<HandmadeFile> part)
        {
            var queue = new ConcurrentQueue<HandmadeFile>(part);
            return Task.WhenAll(links.Chunk(LinksEach).Take(Uploaders).Select(own => uploads.SendAsync(queue, own)));
        }
    }

    private static Task<Measured> CalmAsync(Server portal, AnswerLoad answerLoad, TimeSpan length) =>
        WithAsync(portal, answerLoad, null, () => Task.Delay(length));

    /// <summary>Replies and monitors while an action runs.</summary>
    private static async Task<Measured> WithAsync(Server portal, AnswerLoad answerLoad, Uploads? uploads, Func<Task> work)
    {
        using var enough = new CancellationTokenSource();
        await using var serverWatch = new ServerWatch(portal, () => uploads?.InFlight ?? 0);
        var answering = answerLoad.AnswerCalmlyAsync(portal.Address, Pause, enough.Token);
        await work();
        await enough.CancelAsync();
        return new(await answering, serverWatch);
    }

    /// <summary>Accepted files are stored, and nothing else.</summary>
    private static async Task<bool> AreKeptAsync(BenchmarkDistrict stage, IReadOnlyList<Uploads.Told> told)
    {
        await using var source = NpgsqlDataSource.Create(stage.OwnerConnection);
        await using var count = source.CreateCommand("SELECT file_name, count(*) FROM kept_files GROUP BY file_name");
        await using var reader = await count.ExecuteReaderAsync();
        Dictionary<string, long> kept = [];
        while (await reader.ReadAsync())
            kept[reader.GetString(0)] = reader.GetInt64(1);
        var taken = told.Where(t => t.IsTaken).GroupBy(t => t.File.Name).ToDictionary(g => g.Key, g => g.LongCount());
        return kept.Count == taken.Count && taken.All(t => kept.GetValueOrDefault(t.Key) == t.Value);
    }

    /// <summary>Refused because of answerLoad or time limits, not because of the file.</summary>
    private static bool IsPutOff(Uploads.Told told) =>
        told.IsRefusedInWords
        && CultureScope.In(
            BenchmarkDistrict.Chinese,
            () =>
            {
                var settings = new ReaderSettings();
                string[] sentences =
                [
                    Wording.T("Reader.Busy"),
                    Wording.T("Reader.TookTooLong", settings.Seconds),
                    Wording.T("Reader.TookTooLong", settings.ProcessorSeconds),
                ];
                return sentences.Contains(told.Sentence);
            }
        );
}
