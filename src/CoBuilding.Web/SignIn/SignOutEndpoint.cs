using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.SignIn;

internal static class SignOutEndpoint
{
    public static RazorComponentResult Show() => new RazorComponentResult<SignOutPage>();

    /// <summary>For a form without its token. A person who already signed out in another tab gets the normal result.</summary>
    public static async Task<IResult> AgainAsync(HttpContext context) =>
        context.User.Scope() is null
            ? Left(context)
            : new RazorComponentResult<SignOutPage>(new { (await PostedForm.ReadAsync(context)).Problem })
            {
                StatusCode = context.Response.StatusCode,
                PreventStreamingRendering = true,
            };

    public static async Task<IResult> SignOutAsync(HttpContext context, SignOut signOut, CancellationToken ct)
    {
        var everywhere = (await PostedForm.ReadAsync(context)).Flag("everywhere");
        if (context.User.Scope() is { } scope)
        {
            try
            {
                var form = new SignOut.Form { Everywhere = everywhere };
                await TransientRetry.RunAsync(() => signOut.RunAsync(scope, form, ct), ct);
            }
            catch (Denied)
            {
                // The session had ended before.
            }
        }
        await SessionCookie.EndAsync(context);
        // Clears drafts in every tab; language and letter size are cookies and stay. The header works only over TLS; left.js does the same
        // otherwise.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return Left(context);
    }

    private static IResult Left(HttpContext context) => Results.LocalRedirect(context.Request.PathBase + "/sign-in?left=true");
}
