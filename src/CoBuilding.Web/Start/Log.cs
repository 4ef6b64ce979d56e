using System.Diagnostics;
using CoBuilding.Web.Districts;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CoBuilding.Web.Start;

/// <summary>
/// The log never holds a path or a query as they were sent: links carry tokens, forms carry names. A request is logged by its
/// endpoint's pattern.
/// </summary>
public static class Log
{
    public static void ConfigureLog(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(
            (services, log) =>
            {
                log.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
                    // Its scope would add the request path to every line.
                    .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
                    // Refused form tokens are logged by the portal; the framework's messages contain paths.
                    .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LevelAlias.Off)
                    // Suppresses the warning about unencrypted keys, which is a decision (ADR 9).
                    .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
                    .ReadFrom.Services(services)
                    .Enrich.FromLogContext();
                if (builder.Environment.IsDevelopment())
                    log.WriteTo.Console(
                        outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                        formatProvider: System.Globalization.CultureInfo.InvariantCulture
                    );
                else
                    log.WriteTo.Console(new CompactJsonFormatter());
            }
        );

    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CoBuilding.Requests");
        app.Use(
            async (context, next) =>
            {
                var begun = Stopwatch.GetTimestamp();
                await next(context);
                if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<AssetEndpoint>() is not null)
                    return;
                log.LogInformation(
                    "{Method} {Pattern} {District} {Status} in {Elapsed:0.0} ms",
                    context.Request.Method,
                    endpoint.RoutePattern.RawText,
                    context.District()?.Slug,
                    context.Response.StatusCode,
                    Stopwatch.GetElapsedTime(begun).TotalMilliseconds
                );
            }
        );
    }
}
