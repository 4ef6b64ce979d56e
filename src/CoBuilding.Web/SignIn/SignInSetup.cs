using System.Threading.RateLimiting;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace CoBuilding.Web.SignIn;

/// <summary>Sign-in, sign-out and the own password: static pages that need no script.</summary>
public static class SignInSetup
{
    private const string Attempts = "sign-in";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "form";
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<KnownDeviceCookie>();
        services.AddSingleton<SignInQueue>();
        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(Attempts, PerAddress);
            limits.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await ErrorPages.ShowAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests);
            };
        });
    }

    public static void MapSignIn(this WebApplication app)
    {
        const string Visitors = "people sign in here";
        app.MapGet("/sign-in", SignInEndpoint.Show).OpenToAll(Visitors);
        app.MapPost("/sign-in", SignInEndpoint.SignInAsync)
            .OpenToAll(Visitors)
            .DemandsToken(SignInEndpoint.AgainAsync)
            .RequireRateLimiting(Attempts);
        app.MapGet("/password", PasswordEndpoint.ShowAsync);
        app.MapPost("/password", PasswordEndpoint.ChangeAsync).DemandsToken(PasswordEndpoint.AgainAsync).RequireRateLimiting(Attempts);
        app.MapGet("/sign-out", SignOutEndpoint.Show).OpenToAll("signing out twice is harmless");
        app.MapPost("/sign-out", SignOutEndpoint.SignOutAsync)
            .OpenToAll("signing out twice is harmless")
            .DemandsToken(SignOutEndpoint.AgainAsync);
    }

    /// <summary>High, since a whole office may share one address.</summary>
    private static RateLimitPartition<string> PerAddress(HttpContext context)
    {
        var perMinute = context.RequestServices.GetRequiredService<IConfiguration>().GetValue("SignIn:PerMinute", 60);
        return RateLimitPartition.GetSlidingWindowLimiter(
            ClientAddress.Of(context),
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = perMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
                QueueLimit = 0,
            }
        );
    }
}
