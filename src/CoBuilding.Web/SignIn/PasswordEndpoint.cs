using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoBuilding.Web.SignIn;

internal static class PasswordEndpoint
{
    public static Task<IResult> ShowAsync(string? back, HttpContext context, SeeSelf seeSelf, CancellationToken ct) =>
        PageAsync(back, [], context, seeSelf, ct);

    public static async Task<IResult> ChangeAsync(
        [FromForm] string? current, [FromForm] string? password, [FromForm] string? repeat, [FromForm] string? back,
        HttpContext context, ChangePassword change, SeeSelf seeSelf, CancellationToken ct)
    {
        var form = new ChangePassword.Form { CurrentPassword = current, Password = password ?? "", RepeatPassword = repeat ?? "" };
        try
        {
            await Edge.RunAsync(() => change.RunAsync(context.User.Scope()!, form, ct), ct);
        }
        catch (Misshapen misshapen)
        {
            return await PageAsync(back, misshapen.Problems, context, seeSelf, ct);
        }
        catch (RuleBroken rule)
        {
            return await PageAsync(back, [new FieldProblem(rule.Field ?? "", Texts.Wording.T(rule.Key, [.. rule.Args]))], context, seeSelf, ct);
        }
        catch (Denied)
        {
            return SignInAgain(context);
        }
        return new RazorComponentResult<PasswordChangedPage>(new { Back = ReturnUrl.Within(context, back) }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult> PageAsync(string? back, IReadOnlyList<FieldProblem> problems, HttpContext context, SeeSelf seeSelf, CancellationToken ct)
    {
        try
        {
            var self = await Edge.AskAsync(() => seeSelf.AskAsync(context.User.Scope()!, ct), ct);
            return new RazorComponentResult<PasswordPage>(new { Self = self, Problems = problems, Back = back })
            {
                StatusCode = problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
                PreventStreamingRendering = true,
            };
        }
        catch (Denied)
        {
            // Who is signed out by what was refused reads why.
            return problems is [{ Message: var why }, ..] ? TroublePages.Of(StatusCodes.Status403Forbidden, why) : SignInAgain(context);
        }
    }

    private static IResult SignInAgain(HttpContext context) =>
        Results.LocalRedirect($"{context.Request.PathBase}/sign-in?back={Uri.EscapeDataString(context.Request.PathBase + "/password")}");
}
