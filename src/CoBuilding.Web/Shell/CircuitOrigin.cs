using Microsoft.AspNetCore.SignalR;

namespace CoBuilding.Web.Shell;

/// <summary>
/// Circuits start only for the portal's own pages: a page of another site, opened in a browser that is signed in here, would send the
/// cookies as well. Browsers send the page's origin with the negotiation, the WebSocket handshake and every POST; a
/// polling connection uses GETs without an origin, and carries the secret from the negotiation.
/// </summary>
internal static class CircuitOrigin
{
    public static void UseCircuitOrigin(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is null || IsOwn(context.Request))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
        );

    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin switch
        {
            [{ } origin] => Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
                && page.GetLeftPart(UriPartial.Authority) == own.GetLeftPart(UriPartial.Authority),
            [] => HttpMethods.IsGet(request.Method) && !IsHandshake(request),
            _ => false,
        };

    /// <summary>A WebSocket over HTTP/1.1; over HTTP/2 it is a CONNECT.</summary>
    private static bool IsHandshake(HttpRequest request) => request.Headers.Upgrade.Count > 0;
}
