using System.Text.Json;
using CoBuilding.Benchmarks;

IBenchmark[] all = [new AnswerHttp(), new IsolationAttacks(), new CircuitMemory(), new ImportRosters(), new RosterLarge(), new OpenBoards(), new AnswerKills(), new ForeignFiles(), new SignInNames()];

if (args is ["control", var what, ..]) return await ControlServer.ServeAsync(what);
if (args is [] or ["list", ..])
{
    foreach (var one in all) Console.WriteLine($"{one.Name,-18} {one.Compares}");
    return 0;
}
if (all.FirstOrDefault(b => b.Name == args[0]) is not { } benchmark)
{
    Console.Error.WriteLine($"There is no benchmark {args[0]}; 'list' names them.");
    return 2;
}
var smoke = args.Contains("--smoke");
var result = await benchmark.RunAsync(smoke, line => Console.Error.WriteLine(line));
Console.WriteLine(args.Contains("--json")
    ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web)
    : $"{result.Name}: ratio {result.Ratio:0.###} (subject {result.Subject:0.###}, control {result.Control:0.###}, spread {result.Spread:0.##}, rows {(result.RowsOk ? "right" : "WRONG")})");
return result.RowsOk ? 0 : 1;
