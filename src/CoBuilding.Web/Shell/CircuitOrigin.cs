using Microsoft.AspNetCore.SignalR;

namespace CoBuilding.Web.Shell;

/// <summary>
/// Circuits start for the portal's own pages alone: another site's page, opened in a browser that is signed in here, would bring the
/// cookies with it. Browsers name the page's origin at the negotiation, at the WebSocket's handshake and with everything that is posted; a
/// connection that polls asks by plain GETs, which name none, and bears the secret that the negotiation gave to it.
/// </summary>
internal static class CircuitOrigin
{
    public static void UseCircuitOrigin(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is null || IsOwn(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOwn(HttpRequest request) => request.Headers.Origin switch
    {
        [{ } origin] => Uri.TryCreate(origin, UriKind.Absolute, out var page) && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
            && page.GetLeftPart(UriPartial.Authority) == own.GetLeftPart(UriPartial.Authority),
        [] => HttpMethods.IsGet(request.Method) && !IsHandshake(request),
        _ => false,
    };

    /// <summary>Of a WebSocket, by HTTP/1.1; by HTTP/2 it is a CONNECT.</summary>
    private static bool IsHandshake(HttpRequest request) => request.Headers.Upgrade.Count > 0;
}
