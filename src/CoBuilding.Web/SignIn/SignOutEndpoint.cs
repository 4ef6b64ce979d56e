using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.SignIn;

internal static class SignOutEndpoint
{
    public static RazorComponentResult Show() => new RazorComponentResult<SignOutPage>();

    /// <summary>For a form without its token. Whoever has signed out already, in another tab, gets what the form was for.</summary>
    public static async Task<IResult> AgainAsync(HttpContext context) => context.User.Scope() is null
        ? Left(context)
        : new RazorComponentResult<SignOutPage>(new { (await PostedForm.ReadAsync(context)).Problem })
        {
            StatusCode = context.Response.StatusCode, PreventStreamingRendering = true,
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
        // Drafts in every tab; language and letter size are cookies and stay. Heard over TLS alone: left.js does the same elsewhere.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return Left(context);
    }

    private static IResult Left(HttpContext context) => Results.LocalRedirect(context.Request.PathBase + "/sign-in?left=true");
}
