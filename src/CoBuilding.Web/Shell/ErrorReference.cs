using System.Security.Claims;
using CoBuilding.Web.SignIn;

namespace CoBuilding.Web.Shell;

/// <summary>An internal error, logged under a short number that the user can read out on the phone.</summary>
public static class ErrorReference
{
    public static string Log(ILogger log, Exception? failure, ClaimsPrincipal? user)
    {
        var reference = System.Security.Cryptography.RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", 6);
        log.LogError(
            failure,
            "Error {Reference} in district {Tenant}, account {Account}",
            reference,
            user?.FindFirstValue(SessionCookie.Tenant),
            user?.FindFirstValue(SessionCookie.Account)
        );
        return reference;
    }
}
