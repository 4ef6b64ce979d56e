using System.Text.Json;
using CoBuilding.Benchmarks;
using CoBuilding.Tests.House;

IBenchmark[] all =
[
    new AnswerHttp(),
    new IsolationAttacks(),
    new CircuitMemory(),
    new ImportRosters(),
    new RosterLarge(),
    new OpenBoards(),
    new AnswerKills(),
    new ForeignFiles(),
    new SignInNames(),
];

if (args is ["control", var what, ..])
    return await ControlServer.ServeAsync(what);
if (args is [] or ["list", ..])
{
    foreach (var one in all)
        Console.WriteLine($"{one.Name, -18} {one.Compares}");
    return 0;
}
if (all.FirstOrDefault(b => b.Name == args[0]) is not { } benchmark)
{
    Console.Error.WriteLine($"There is no benchmark {args[0]}; 'list' names them.");
    return 2;
}
var smoke = args.Contains("--smoke");
var (limit, last) = (smoke ? TimeSpan.FromMinutes(4) : TimeSpan.FromHours(2), "nothing");
Result result;
try
{
    // On the pool, so that what blocks a thread does not outlast the limit.
    result = await Task.Run(() => benchmark.RunAsync(smoke, line => Console.Error.WriteLine(last = line)))
        .WithinAsync(limit, () => $"{benchmark.Name} to end; the last that it said was: {last}");
}
catch (TimeoutException vain)
{
    // Ending in good order ends what still runs: see AtExit.
    Console.Error.WriteLine(vain);
    return 1;
}
Console.WriteLine(
    args.Contains("--json")
        ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web)
        : $"{result.Name}: ratio {result.Ratio:0.###} (subject {result.Subject:0.###}, control "
            + $"{result.Control:0.###}, spread {result.Spread:0.##}, rows {(result.RowsOk ? "right" : "WRONG")})"
);
return result.RowsOk ? 0 : 1;
