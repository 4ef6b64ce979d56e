using System.Diagnostics;
using System.Net.Sockets;
using CoBuilding.Tests.House;

namespace CoBuilding.Benchmarks;

/// <summary>A server process of this run: the portal as it is published and run in Production, or a control of ours.</summary>
internal sealed class Server : IAsyncDisposable
{
    /// <summary>Where the portal lies published already; without it, each run publishes it for itself.</summary>
    private const string Published = "COBUILDING_PUBLISHED";

    private static readonly TimeSpan LongestPublish = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    private readonly ProcessStartInfo start;
    private readonly Uri ready;
    private Process process;

    private Server(ProcessStartInfo start, Uri ready, Uri address)
    {
        (this.start, this.ready, Address) = (start, ready, address);
        process = Start();
    }

    public Uri Address { get; }
    public int ProcessId => process.Id;
    public bool IsRunning => !process.HasExited;

    /// <summary>Publishes the portal once in a run and starts it on the given database.</summary>
    public static async Task<Server> PortalAsync(BenchmarkDistrict stage, Action<string> say, params (string Name, string Value)[] more)
    {
        var output = Environment.GetEnvironmentVariable(Published) is { Length: > 0 } given ? given : Path.Combine(stage.Folder, "web");
        if (!File.Exists(Path.Combine(output, "CoBuilding.Web.dll")))
            await PublishAsync(output, say);
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Portal"] = stage.PortalConnection,
            ["Keys__Folder"] = Path.Combine(stage.Folder, "keys"),
            ["Serilog__MinimumLevel"] = "Warning",
            ["AllowedHosts"] = "127.0.0.1",
        };
        foreach (var (name, value) in more)
            settings[name] = value;
        return await StartAsync("dotnet", [Path.Combine(output, "CoBuilding.Web.dll")], "health/ready", settings, output);
    }

    private static async Task PublishAsync(string output, Action<string> say)
    {
        say($"publishing the portal to {output}");
        using var publish = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                ["publish", Path.Combine(Root, "src/CoBuilding.Web"), "-c", "Release", "-o", output, "--nologo", "-v", "q"]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        AtExit.End(publish, () => publish.Kill(entireProcessTree: true));
        var said = await publish.StandardOutput.ReadToEndAsync().WithinAsync(LongestPublish, "the portal to be published");
        await publish.WaitForExitAsync().WithinAsync(LongestEnd, "dotnet publish to end");
        AtExit.Forget(publish);
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"The portal could not be published.\n{said}");
    }

    public static Task<Server> ControlAsync(string what, BenchmarkDistrict stage) =>
        StartAsync(
            "dotnet",
            [typeof(Server).Assembly.Location, "control", what],
            "health/ready",
            new() { ["ConnectionStrings__Owner"] = stage.OwnerConnection },
            AppContext.BaseDirectory
        );

    private static async Task<Server> StartAsync(
        string program,
        string[] arguments,
        string ready,
        Dictionary<string, string> settings,
        string folder
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/');
        var server = new Server(start, new Uri(address, ready), address);
        await server.BecomeReadyAsync();
        return server;
    }

    /// <summary>Kills the process (SIGKILL) and starts another at the same address; returns when that one is ready.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WithinAsync(LongestEnd, $"{What} to be gone after it was killed");
        process.Dispose();
        process = Start();
        await BecomeReadyAsync();
    }

    private string What => string.Join(' ', start.ArgumentList);

    private Process Start()
    {
        var started = Process.Start(start)!;
        AtExit.End(this, () => started.Kill(entireProcessTree: true));
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        return started;
    }

    private async Task BecomeReadyAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < LongestStart; )
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{What} ended with {process.ExitCode}.");
            try
            {
                if ((await client.GetAsync(ready)).IsSuccessStatusCode)
                    return;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or not answering.
            }
            await Task.Delay(100);
        }
        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"{What} did not become ready within {LongestStart.TotalSeconds:0} seconds at {ready}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        try
        {
            await process.WaitForExitAsync().WithinAsync(LongestEnd, $"{What} to be gone, and whoever else holds its output");
        }
        catch (TimeoutException failure)
        {
            // What was measured stands.
            await Console.Error.WriteLineAsync(failure.Message);
        }
        AtExit.Forget(this);
        process.Dispose();
    }

    /// <summary>Below the ephemeral range, so that no outgoing connection holds it.</summary>
    private static int FreePort()
    {
        for (var port = 20_000 + Random.Shared.Next(8_000); ; port++)
        {
            try
            {
                using var listener = new TcpListener(System.Net.IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "CoBuilding.sln")))
                folder = folder.Parent!;
            return folder.FullName;
        }
    }
}
