namespace CoBuilding.Benchmarks;

/// <summary>
/// Throughput of replies: the portal's static POST against a minimal endpoint with the same reads, writes and journal row.
/// </summary>
internal sealed class AnswerHttp : IBenchmark
{
    public string Name => "answer-http";
    public string Compares =>
        "answers per second, 64 clients: the portal's POST (row-level security, journal, fsync) "
        + "against a minimal API endpoint in bare Npgsql";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        var district = await stage.DistrictAsync("bench", seats: 40, meetings: smoke ? 2 : 4);
        var tokens = district.Streets.SelectMany(s => s.Meetings).SelectMany(m => m.Links).Select(l => l.Token).ToArray();
        await using var portal = await Server.PortalAsync(stage, say);
        await using var control = await Server.ControlAsync("answer", stage);
        var (rounds, length) = smoke ? (1, TimeSpan.FromSeconds(1)) : (5, TimeSpan.FromSeconds(5));
        var answerLoad = new AnswerLoad(district.Slug, tokens, clients: 64);
        foreach (var server in new[] { portal, control })
            await answerLoad.RunAsync(server.Address, TimeSpan.FromSeconds(smoke ? 1 : 15));

        List<(double, double)> measured = [];
        for (var n = 0; n < rounds; n++)
        {
            var subject = await answerLoad.RunAsync(portal.Address, length);
            var against = await answerLoad.RunAsync(control.Address, length);
            measured.Add((subject, against));
            say($"round {n + 1}: {subject:0} against {against:0} answers a second");
        }
        if (answerLoad.Refused > 0)
            say($"{answerLoad.Refused} answers were refused");
        return Result.Of(Name, measured, answerLoad.Refused == 0 && await answerLoad.IsKeptAsync(stage));
    }
}
