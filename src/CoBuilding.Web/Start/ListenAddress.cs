using System.Runtime.InteropServices;

namespace CoBuilding.Web.Start;

/// <summary>Where the portal listens, and what ends it.</summary>
public static class ListenAddress
{
    private static readonly string[] Named = ["urls", "http_ports", "https_ports"];

    /// <summary>Port 5080 of this machine, or PORT, unless the settings name an address.</summary>
    public static void ChooseAddress(this WebApplicationBuilder builder)
    {
        // A build's output serves its packages' assets in Production as well.
        builder.WebHost.UseStaticWebAssets();
        // A build's output would else send them anew at each request, in gzip whatever it says, so that edits show.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        // Open pages hold their connection until then; they find the next process by themselves.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var settings = builder.Configuration;
        if (Named.Any(n => !string.IsNullOrEmpty(settings[n])) || settings.GetSection("Kestrel:Endpoints").Exists()) return;
        builder.WebHost.UseUrls($"http://localhost:{settings["PORT"] ?? "5080"}");
    }

    /// <summary>A closed terminal ends the portal in good order, like Ctrl-C.</summary>
    public static void StopOnHangup(this WebApplication app)
    {
        var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            app.Lifetime.StopApplication();
        });
        app.Lifetime.ApplicationStopped.Register(hangup.Dispose);
    }
}
