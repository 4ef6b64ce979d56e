using CoBuilding.Texts;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;

namespace CoBuilding.Web.Forms;

/// <summary>
/// Requires the form's token for every request that may write and is not declared otherwise. The framework's middleware only records
/// whether the token is valid, and form binding checks the result; an endpoint that binds no form would run without it.
/// </summary>
internal static class FormTokens
{
    /// <summary>What the framework and the health checks map. They accept any method and read no forms.</summary>
    public static readonly IReadOnlyList<string> FrameworkPaths =
    [
        "/_blazor",
        "/_blazor/negotiate",
        "/_blazor/disconnect/",
        "/_blazor/initializers/",
        "/health/live",
        "/health/ready",
    ];

    public static bool MayWrite(string method) =>
        !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method));

    public static void UseFormTokens(this WebApplication app)
    {
        // Component pages require the metadata, although they accept no form posts.
        app.UseAntiforgery();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CoBuilding.Forms");
        var antiforgery = app.Services.GetRequiredService<IAntiforgery>();
        app.Use(
            async (context, next) =>
            {
                if (!MayWrite(context.Request.Method) || context.GetEndpoint() is not RouteEndpoint endpoint || !Demands(endpoint))
                {
                    await next(context);
                    return;
                }
                var form = await PostedForm.ReadAsync(context);
                if (form.Problem is null && await antiforgery.IsRequestValidAsync(context))
                {
                    await next(context);
                    return;
                }
                log.LogWarning(
                    "A form that lacks its token, or did not arrive whole, was refused: {Pattern}",
                    endpoint.RoutePattern.RawText
                );
                form.Problem ??= Wording.T("Shell.FormExpired");
                await RefuseAsync(context, endpoint, form.Problem);
            }
        );
    }

    private static bool Demands(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<FormPostDeclaration>() is { } declared
            ? declared.Kind is FormPostKind.Token
            : !FrameworkPaths.Contains(endpoint.RoutePattern.RawText, StringComparer.Ordinal);

    private static Task RefuseAsync(HttpContext context, RouteEndpoint endpoint, string problem)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        var back = endpoint.Metadata.GetMetadata<FormPostDeclaration>()?.Back;
        return back?.Again is { } again
            ? again(context)
            : ErrorPages.Of(StatusCodes.Status400BadRequest, problem, back?.Address(context)).ExecuteAsync(context);
    }
}
