using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;

namespace CoBuilding.Web.Start;

/// <summary>
/// The host names of the portal (<c>AllowedHosts</c>). Other names are refused, since a page reached by another name must not be treated as
/// the portal's own; health probes may use the IP address.
/// </summary>
internal static class AllowedHostNames
{
    private const string Setting = "AllowedHosts";

    /// <exception cref="CannotStart">In Production the names must be set.</exception>
    public static void ChooseHosts(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction() && Named(builder.Configuration) is [] or ["*"])
            throw new CannotStart(
                "Set AllowedHosts to the names by which browsers reach the portal, "
                    + "with semicolons between them: AllowedHosts=portal.example.cn"
            );
        // The framework's filter allows no exception for probes, so it is opened and this one decides.
        builder.Services.Configure<HostFilteringOptions>(all => all.AllowedHosts = ["*"]);
    }

    public static void UseHosts(this WebApplication app)
    {
        var allowed = Named(app.Configuration).Select(name => new StringSegment(name)).ToList();
        if (allowed.Count == 0)
            return;
        app.Use(
            (context, next) =>
            {
                var host = context.Request.Host;
                if (context.Request.Path.StartsWithSegments(Health.Root) || (host.HasValue && HostString.MatchesAny(host.Host, allowed)))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
                return Task.CompletedTask;
            }
        );
    }

    private static string[] Named(IConfiguration settings) =>
        settings[Setting]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
