using System.Security.Cryptography;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Web.Districts;
using Microsoft.AspNetCore.DataProtection;

namespace CoBuilding.Web.SignIn;

/// <summary>
/// Remembers that an account signed in on this browser before, so that a stranger who locks the account by guessing does not
/// keep its owner out. One cookie per login; it grants nothing by itself.
/// </summary>
public sealed class KnownDeviceCookie(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    public Guid? Read(HttpContext context, string login)
    {
        if (login.Length > Account.LongestLogin || !context.Request.Cookies.TryGetValue(Name(login), out var mark))
            return null;
        try
        {
            return Guid.Parse(Protector(context).Unprotect(mark));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public void Set(HttpContext context, string login, Guid account) =>
        context.Response.Cookies.Append(
            Name(login),
            Protector(context).Protect(account.ToString(), Lasts),
            new CookieOptions
            {
                Path = context.Request.PathBase + "/sign-in",
                MaxAge = Lasts,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            }
        );

    private ITimeLimitedDataProtector Protector(HttpContext context) =>
        protection.CreateProtector("CoBuilding.KnownDeviceCookie", context.District()!.Id.ToString()).ToTimeLimitedDataProtector();

    private static string Name(string login) =>
        "device-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Account.Normalize(login))))[..16];
}
