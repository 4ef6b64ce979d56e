using System.Text.Json;
using CoBuilding.Access;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using Microsoft.Playwright;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>
/// Many replies within one minute while boards are open: the time until the last open board shows a reply; and the cost of a reply,
/// which must not depend on the number of seats or open boards.
/// </summary>
internal sealed class OpenBoards : IBenchmark
{
    /// <summary>Within which an open board promises to show an answer, in seconds.</summary>
    private const double Limit = 2;

    private const int Boards = 5;

    public string Name => "board-500";
    public string Compares =>
        "seconds from an answer's acknowledgement until the last of five open boards shows it, the slowest of 500 "
        + "in a minute (subject), against the two that are promised (control)";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        var (seats, few, minute, rounds, length) = smoke
            ? (20, 10, TimeSpan.FromSeconds(4), 1, TimeSpan.FromSeconds(1))
            : (500, 50, TimeSpan.FromMinutes(1), 5, TimeSpan.FromSeconds(4));
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        say($"calling meetings of {seats} and {few} seats");
        var district = await stage.DistrictAsync("bench", seats, meetings: 2, seatsOfSecond: few);
        await using var portal = await Server.PortalAsync(stage, say);
        await using var browser = await Chromium.StartAsync();
        await using var office = await browser.ContextAsync();
        await Browser.SignInAsync(office, portal.Address, district.Slug, district.Streets[0].ClerkLogin);
        var (watched, other) = (district.Streets[0].Meetings[0], district.Streets[0].Meetings[1]);

        var boards = new IPage[Boards];
        for (var n = 0; n < Boards; n++)
            boards[n] = await office.PageAsync();
        List<double> resting = [await RestAsync(stage, smoke)];
        for (var n = 0; n < Boards; n++)
        {
            await OpenAsync(boards[n], watched, page: n);
            if (n is 0 or Boards - 1)
                resting.Add(await RestAsync(stage, smoke));
        }
        say($"transactions a second at rest: {resting[0]:0.0} without a board, {resting[1]:0.0} with one, {resting[2]:0.0} with {Boards}");

        var answerLoad = new AnswerLoad(district.Slug, [.. watched.Links.Select(l => l.Token)], clients: 1);
        var answers = await AnswerAsync(portal, answerLoad, watched, minute);
        var delays = await DelaysAsync(boards, answers, say);
        if (delays.Count > 0)
            say(
                $"seen after {delays[delays.Count / 2]:0.00} s "
                    + $"in the middle, {delays[delays.Count * 95 / 100]:0.00} s for 95 of 100, {delays[^1]:0.00} s at the most"
            );
        var right = answers.Count == seats && delays.Count == seats * Boards && await answerLoad.IsKeptAsync(stage);

        var (ofMany, ofFew) = (
            await StatementsAsync(stage, district, other),
            await StatementsAsync(stage, district, district.Streets[1].Meetings[1])
        );
        say($"statements of an answer: {ofMany.Count} at {seats} seats, {ofFew.Count} at {few}");
        right &= ofMany.Count == ofFew.Count && !ofMany.Any(text => text.Contains("notify", StringComparison.OrdinalIgnoreCase));

        var crowd = new AnswerLoad(district.Slug, [.. other.Links.Take(few).Select(l => l.Token)], clients: 16);
        var smallCrowd = new AnswerLoad(district.Slug, [.. district.Streets[1].Meetings[1].Links.Select(l => l.Token)], clients: 16);
        foreach (var warming in new[] { crowd, smallCrowd })
            await warming.RunAsync(portal.Address, length);
        List<(double, double)> bySeats = [],
            byBoards = [];
        for (var n = 0; n < rounds; n++)
        {
            foreach (var board in boards)
                await board.GotoAsync("about:blank");
            var small = await smallCrowd.RunAsync(portal.Address, length);
            var unwatched = await crowd.RunAsync(portal.Address, length);
            for (var b = 0; b < Boards; b++)
                await OpenAsync(boards[b], other, page: b);
            var withBoards = await crowd.RunAsync(portal.Address, length);
            bySeats.Add((unwatched, small));
            byBoards.Add((withBoards, unwatched));
            say(
                $"round {n + 1}: {small:0} answers a second at {few} seats, {unwatched:0} at {seats}, {withBoards:0} "
                    + $"with {Boards} boards open"
            );
        }
        right &= crowd.Refused + smallCrowd.Refused == 0 && await crowd.IsKeptAsync(stage) && await smallCrowd.IsKeptAsync(stage);
        var slowest = delays.Count > 0 ? delays[^1] : double.PositiveInfinity;
        return new Result(Name, Math.Round(slowest / Limit, 4), Math.Round(slowest, 3), Limit, 1, right)
        {
            SeatsRatio = Result.Of(Name, bySeats, right).Ratio,
            BoardsRatio = Result.Of(Name, byBoards, right).Ratio,
        };

        async Task OpenAsync(IPage board, StagedMeeting meeting, int page)
        {
            await Browser.OpenAsync(board, new Uri(portal.Address, $"{district.Slug}/meetings/{meeting.MeetingId}"));
            await board.AskAsync<object?>(Notes);
            for (var n = 0; n < Math.Min(page, (meeting.Links.Count - 1) / 50); n++)
            {
                var first = await board.InnerTextAsync("table.board tbody tr:first-child td:first-child");
                await board.Locator(".board-query .steps button").Last.ClickAsync();
                await board.WaitForFunctionAsync("first => document.querySelector('table.board tbody td').innerText !== first", first);
            }
        }
    }

    /// <summary>
    /// Notes in the page what its board shows, whenever that changes: when, how many have not answered, and which of its rows have.
    /// </summary>
    private const string Notes = """
        () => {
            window.notes = [];
            let last = '';
            const look = () => {
                const unanswered = document.querySelector('section ul.sums li:nth-child(5) b');
                if (!unanswered) return;
                const answered = [...document.querySelectorAll('table.board tbody tr')]
                    .filter(row => row.querySelector('td.does')?.previousElementSibling.textContent.trim())
                    .map(row => row.cells[0].textContent.trim());
                const now = unanswered.textContent + answered.join();
                if (now !== last) window.notes.push({ at: Date.now(), unanswered: Number(unanswered.textContent), answered });
                last = now;
            };
            look();
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
        }
        """;

    private sealed record Note(double At, int Unanswered, string[] Answered);

    /// <param name="Unit">In whose row it is shown.</param>
    /// <param name="At">When it was acknowledged, in milliseconds of the common clock.</param>
    /// <param name="Sent">How many had been sent by then: a board that shows as many answers shows this one.</param>
    private sealed record Acknowledged(string Unit, double At, int Sent);

    /// <summary>
    /// Transactions per second of the whole database when idle; measured after a delay, since the server's counters lag by up to ten
    /// seconds.
    /// </summary>
    private static async Task<double> RestAsync(BenchmarkDistrict stage, bool smoke)
    {
        await using var source = NpgsqlDataSource.Create(stage.OwnerConnection);
        var length = TimeSpan.FromSeconds(smoke ? 2 : 20);
        if (!smoke)
            await Task.Delay(length);
        var before = await CountAsync();
        await Task.Delay(length);
        return (await CountAsync() - before) / length.TotalSeconds;

        async Task<long> CountAsync()
        {
            await using var count = source.CreateCommand(
                "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()"
            );
            return (long)(await count.ExecuteScalarAsync())!;
        }
    }

    /// <summary>One answer for each link, in a random order, evenly over the time; a slow one does not hold up the next.</summary>
    private static async Task<IReadOnlyList<Acknowledged>> AnswerAsync(
        Server portal,
        AnswerLoad answerLoad,
        StagedMeeting meeting,
        TimeSpan length
    )
    {
        using var client = AnswerLoad.Client(portal.Address, 16);
        var links = meeting.Links.ToArray();
        new Random(20261123).Shuffle(links);
        using var beat = new PeriodicTimer(length / links.Length);
        var sent = 0;
        List<Task<Acknowledged?>> answers = [];
        foreach (var link in links)
        {
            await beat.WaitForNextTickAsync();
            answers.Add(OneAsync(link));
        }
        return [.. (await Task.WhenAll(answers)).OfType<Acknowledged>()];

        async Task<Acknowledged?> OneAsync(MakeLinks.MadeLink link)
        {
            Interlocked.Increment(ref sent);
            return await answerLoad.AnswerAsync(client, link.Token)
                ? new(link.Unit!, Milliseconds(TimeProvider.System.GetUtcNow()), sent)
                : null;
        }
    }

    private static double Milliseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    /// <summary>
    /// For every answer on every board, in seconds, ascending: until the board's totals count it and, where its row is on the board's page,
    /// the row shows it.
    /// What a board never showed is missing.
    /// </summary>
    private static async Task<IReadOnlyList<double>> DelaysAsync(IPage[] boards, IReadOnlyList<Acknowledged> answers, Action<string> say)
    {
        List<double> delays = [];
        foreach (var board in boards)
        {
            try
            {
                await board.WaitForFunctionAsync("() => window.notes.at(-1).unanswered === 0", null, new() { Timeout = 30_000 });
            }
            catch (TimeoutException)
            {
                say("a board does not show all answers");
            }
            var notes = JsonSerializer.Deserialize<Note[]>(
                await board.AskAsync<string>("() => JSON.stringify(window.notes)"),
                JsonSerializerOptions.Web
            )!;
            var due = notes[0].Unanswered;
            var rows = notes[^1].Answered.ToHashSet();
            foreach (var answer in answers)
            {
                var seen = notes.FirstOrDefault(n =>
                    due - n.Unanswered >= answer.Sent && (!rows.Contains(answer.Unit) || n.Answered.Contains(answer.Unit))
                );
                if (seen is not null)
                    delays.Add(Math.Max(0, (seen.At - answer.At) / 1_000));
            }
        }
        return [.. delays.Order()];
    }

    /// <summary>What one answer by link sends to the database.</summary>
    private static async Task<IReadOnlyCollection<string>> StatementsAsync(
        BenchmarkDistrict stage,
        StagedDistrict district,
        StagedMeeting meeting
    )
    {
        var scope = Scope.ForLink(district.Id, Secrets.Hash(meeting.Links[0].Token), BenchmarkDistrict.Chinese);
        await stage.Use<AnswerInvitation>().RunAsync(scope, new() { Reply = Reply.Attend }, default);
        using var counting = new StatementCounter();
        await stage.Use<AnswerInvitation>().RunAsync(scope, new() { Reply = Reply.Leave }, default);
        return counting.Texts;
    }
}
