using System.Globalization;
using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CoBuilding.Web.SignIn;

/// <summary>The content of the cookie: district, account and session secret. It contains no rights.</summary>
public static class SessionCookie
{
    public const string Tenant = "tenant";
    public const string Account = "account";
    internal const string Secret = "secret";

    /// <summary>Sends the cookie for the district in the URL; its path keeps it there.</summary>
    public static Task StartAsync(HttpContext context, Guid account, string secret)
    {
        Claim[] claims = [new(Tenant, context.District()!.Id.ToString()), new(Account, account.ToString()), new(Secret, secret)];
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme, Account, null);
        return context.SignInAsync(new ClaimsPrincipal(identity));
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync();

    /// <summary>Null when nobody is signed in. The door checks whether the session is still valid.</summary>
    public static Scope? Scope(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(Tenant), out var tenant) && user.FindFirstValue(Secret) is { } secret
            ? Access.Scope.ForPerson(
                tenant,
                Secrets.Hash(secret),
                CultureInfo.CurrentUICulture,
                Guid.TryParse(user.FindFirstValue(Account), out var account) ? account : null
            )
            : null;

    public static Guid? TenantId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Tenant), out var tenant) ? tenant : null;

    internal static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.IsEssential = true;
        cookie.ExpireTimeSpan = Session.AbsoluteLimit;
        cookie.SlidingExpiration = false;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/sign-in";
        cookie.ReturnUrlParameter = "back";
        var usually = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = login => SignedOutFormResponse.AnswerAsync(login, () => usually(login));
        var others = cookie.Events.OnValidatePrincipal;
        cookie.Events.OnValidatePrincipal = async validation =>
        {
            await others(validation);
            // One key protects the cookies of all districts, so a cookie moved to another district's path can be decrypted there.
            if (validation.Principal?.TenantId() is not { } tenant || tenant != validation.HttpContext.District()?.Id)
                validation.RejectPrincipal();
        };
    }
}
