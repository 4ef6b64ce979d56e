using System.Diagnostics;
using System.Net.Sockets;

namespace CoBuilding.Benchmarks;

/// <summary>A server process of this run: the portal as it is published and run in Production, or a control of ours.</summary>
internal sealed class Server : IAsyncDisposable
{
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
        var output = Path.Combine(stage.Folder, "web");
        if (!Directory.Exists(output))
        {
            say("publishing the portal");
            var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Root, "src/CoBuilding.Web"), "-c", "Release", "-o", output, "--nologo", "-v", "q"])
            {
                RedirectStandardOutput = true,
            })!;
            await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();
            if (publish.ExitCode != 0) throw new InvalidOperationException("The portal could not be published.");
        }
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ConnectionStrings__Portal"] = stage.PortalConnection,
            ["Keys__Folder"] = Path.Combine(stage.Folder, "keys"), ["Serilog__MinimumLevel"] = "Warning",
            ["AllowedHosts"] = "127.0.0.1",
        };
        foreach (var (name, value) in more) settings[name] = value;
        return await StartAsync("dotnet", [Path.Combine(output, "CoBuilding.Web.dll")], "health/ready", settings, output);
    }

    public static Task<Server> ControlAsync(string what, BenchmarkDistrict stage) => StartAsync(
        "dotnet", [typeof(Server).Assembly.Location, "control", what], "health/ready", new() { ["ConnectionStrings__Owner"] = stage.OwnerConnection }, AppContext.BaseDirectory);

    private static async Task<Server> StartAsync(string program, string[] arguments, string ready, Dictionary<string, string> settings, string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/');
        var server = new Server(start, new Uri(address, ready), address);
        await server.BecomeReadyAsync();
        return server;
    }

    /// <summary>Kills the process as it stands (SIGKILL) and starts another at the same address; returns when that one is ready.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = Start();
        await BecomeReadyAsync();
    }

    private Process Start()
    {
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        return started;
    }

    private async Task BecomeReadyAsync()
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
        {
            if (process.HasExited) throw new InvalidOperationException($"{start.ArgumentList[0]} ended with {process.ExitCode}.");
            try
            {
                if ((await client.GetAsync(ready)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"{start.ArgumentList[0]} did not become ready.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
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
            while (!File.Exists(Path.Combine(folder.FullName, "CoBuilding.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }
}
