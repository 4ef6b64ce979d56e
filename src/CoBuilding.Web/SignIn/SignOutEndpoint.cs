using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoBuilding.Web.SignIn;

internal static class SignOutEndpoint
{
    public static RazorComponentResult Show() => new RazorComponentResult<SignOutPage>();

    public static async Task<IResult> SignOutAsync([FromForm] bool? everywhere, HttpContext context, SignOut signOut, CancellationToken ct)
    {
        if (context.User.Scope() is { } scope)
        {
            try
            {
                var form = new SignOut.Form { Everywhere = everywhere == true };
                await Edge.RunAsync(() => signOut.RunAsync(scope, form, ct), ct);
            }
            catch (Denied)
            {
                // The session had ended before.
            }
        }
        await SessionCookie.EndAsync(context);
        return Results.LocalRedirect(context.Request.PathBase + "/sign-in?left=true");
    }
}
