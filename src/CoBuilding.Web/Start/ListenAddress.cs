using System.Runtime.InteropServices;

namespace CoBuilding.Web.Start;

/// <summary>The listening address and shutdown signals.</summary>
public static class ListenAddress
{
    private static readonly string[] Named = ["urls", "http_ports", "https_ports"];

    /// <summary>Port 5080 of this machine, or PORT, unless the settings name an address.</summary>
    public static void ChooseAddress(this WebApplicationBuilder builder)
    {
        // A build's output serves its packages' assets in Production as well.
        builder.WebHost.UseStaticWebAssets();
        // Otherwise static assets of a build output would be re-sent at each request without caching (development behavior).
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        // Open pages keep their connection until then, and reconnect to the next process.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var settings = builder.Configuration;
        if (Named.Any(n => !string.IsNullOrEmpty(settings[n])) || settings.GetSection("Kestrel:Endpoints").Exists())
            return;
        builder.WebHost.UseUrls($"http://localhost:{settings["PORT"] ?? "5080"}");
    }

    /// <summary>A closed terminal shuts the portal down like Ctrl-C.</summary>
    public static void StopOnHangup(this WebApplication app)
    {
        var hangup = PosixSignalRegistration.Create(
            PosixSignal.SIGHUP,
            signal =>
            {
                signal.Cancel = true;
                app.Lifetime.StopApplication();
            }
        );
        app.Lifetime.ApplicationStopped.Register(hangup.Dispose);
    }
}
