using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Start;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor;
using MudBlazor.Services;

namespace CoBuilding.Web.Shell;

public static class OfficeShell
{
    public static void AddShell(this IServiceCollection services)
    {
        // The maximum message size: the longest form text is 20,000 characters of three bytes.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = 128 * 1024);
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddScoped<RecentPicks>();
        services.AddWebContracts(WebContracts.Classes);
        services.AddSingleton<Menu>();
        services.AddTransient<MudLocalizer, MudTexts>();
        // Chinese is not escaped as &#x7532;.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddResponseCompression(compression =>
        {
            // Form tokens are masked differently in each response, which prevents compression attacks (BREACH).
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets()
            .Add(asset =>
            {
                foreach (
                    var mark in new object[]
                    {
                        new AssetEndpoint(),
                        new DistrictlessEndpoint(),
                        new OpenToAll("style sheets and scripts"),
                        new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute(),
                    }
                )
                    asset.Metadata.Add(mark);
            });
        app.MapLanguage();
        // Our own policy sets this for every response.
        app.MapRazorComponents<App>()
            .AddAdditionalAssemblies([.. RoomAssemblies.Further])
            .AddInteractiveServerRenderMode(circuit => circuit.ContentSecurityFrameAncestorsPolicy = null)
            .Add(page =>
            {
                // Forms of office pages go through the circuit; pages accept no POST.
                if (page.Metadata.OfType<HttpMethodMetadata>().FirstOrDefault(m => m.HttpMethods.Contains("POST")) is { } methods)
                    page.Metadata[page.Metadata.IndexOf(methods)] = new HttpMethodMetadata(["GET"]);
            });
    }
}
