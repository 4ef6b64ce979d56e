using System.Globalization;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using Microsoft.AspNetCore.Localization;

namespace CoBuilding.Web.Shell;

/// <summary>The reader's language and letter size: two cookies of the whole host. What the browser prefers does not count.</summary>
public static class LanguageChoice
{
    public const string LargeCookie = "large-type";

    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo[] Known = [Chinese, CultureInfo.GetCultureInfo("en")];

    /// <summary>The other language.</summary>
    public static CultureInfo Other =>
        Known.First(c => c.TwoLetterISOLanguageName != CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public static void UseLanguage(this WebApplication app) =>
        app.UseRequestLocalization(
            new RequestLocalizationOptions
            {
                DefaultRequestCulture = new RequestCulture(Chinese),
                SupportedCultures = Known,
                SupportedUICultures = Known,
                RequestCultureProviders = [new CookieRequestCultureProvider()],
            }
        );

    public static bool HasLargeType(this HttpContext context) => context.Request.Cookies.ContainsKey(LargeCookie);

    /// <summary>Chooses language or letter size and returns to where it was asked for.</summary>
    public static void MapLanguage(this WebApplication app) =>
        app.MapPost(
                "/preferences",
                async (HttpContext context) =>
                {
                    var sent = await PostedForm.ReadAsync(context);
                    var (language, large, back) = (sent.Text("language"), sent.Text("large"), sent.Text("back"));
                    if (Known.FirstOrDefault(c => c.Name == language) is { } culture)
                        context.Remember(culture);
                    if (large is "1")
                        context.Response.Cookies.Append(LargeCookie, "1", Lasting(context));
                    else if (large is "0")
                        context.Response.Cookies.Delete(LargeCookie, Lasting(context));
                    return Results.LocalRedirect(ReturnUrl.Within(context, back));
                }
            )
            .IsPreference("language and letter size are no secret and no power")
            .OutsideDistricts("the language is chosen before signing in");

    public static void Remember(this HttpContext context, CultureInfo culture) =>
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            Lasting(context)
        );

    private static CookieOptions Lasting(HttpContext context) =>
        new()
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        };
}
