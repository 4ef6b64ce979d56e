using System.Text.RegularExpressions;
using CoBuilding.Data;
using CoBuilding.Places.Districts;

namespace CoBuilding.Web.Districts;

/// <summary>
/// The district is the first segment of the URL. It is moved from the path to the path base, so that routes are written without it.
/// </summary>
public static partial class DistrictInUrl
{
    internal const string ListPath = "/districts";
    private static readonly HashSet<string> Reserved = ["health", "districts", "preferences"];

    /// <summary>The district in the URL; null outside.</summary>
    public static District? District(this HttpContext context) => context.Features.Get<District>();

    public static void UseDistricts(this WebApplication app)
    {
        var list = app.Services.GetRequiredService<DistrictList>();
        app.Use(
            async (context, next) =>
            {
                var request = context.Request;
                if (request.Path == "/")
                    request.Path = ListPath;
                else if (
                    Slug().Match(request.Path.Value ?? "") is { Success: true } match
                    && !Reserved.Contains(match.Groups[1].Value)
                    && await list.FindAsync(match.Groups[1].Value, context.RequestAborted) is { } district
                )
                {
                    var rest = request.Path.Value![match.Length..];
                    if (rest.Length == 0)
                    {
                        context.Response.Redirect($"{request.PathBase}/{district.Slug}/{request.QueryString}");
                        return;
                    }
                    request.PathBase = request.PathBase.Add("/" + district.Slug);
                    request.Path = rest;
                    context.Features.Set(district);
                }
                await next(context);
            }
        );
    }

    /// <summary>Answers unknown paths with 404 before the redirect to the sign-in.</summary>
    public static void UseOnlyKnownPages(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var endpoint = context.GetEndpoint();
                var allowed =
                    endpoint is not null
                    && (context.District() is not null || endpoint.Metadata.GetMetadata<DistrictlessEndpoint>() is not null);
                if (allowed)
                    return next(context);
                context.SetEndpoint(null);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    public static void MapDistricts(this WebApplication app) =>
        app.MapGet(
                ListPath,
                async (DistrictList list, CancellationToken ct) =>
                    new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<DistrictsPage>(new { All = await list.AllAsync(ct) })
            )
            .OutsideDistricts("everybody chooses a district here");

    [GeneratedRegex("^/([a-z][a-z0-9-]{1,39})(?=/|$)")]
    private static partial Regex Slug();
}
