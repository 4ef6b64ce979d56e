namespace CoBuilding.Web.Shell;

public static class SecurityHeaders
{
    // Inline styles: MudBlazor positions its popovers by them. No inline script anywhere.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    /// <summary>The security headers of every response. An endpoint may set a stricter policy.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        // HSTS: after one TLS visit browsers use only TLS.
        if (app.Environment.IsProduction())
            app.UseHsts();
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    if (headers.ContentSecurityPolicy.Count == 0)
                        headers.ContentSecurityPolicy = Policy;
                    headers.XContentTypeOptions = "nosniff";
                    headers.XFrameOptions = "DENY";
                    headers["Referrer-Policy"] = "no-referrer";
                    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                    if (
                        context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
                        && headers.CacheControl.Count == 0
                    )
                        headers.CacheControl = "no-cache, no-store";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }
}
