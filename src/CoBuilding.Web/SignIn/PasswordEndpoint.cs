using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.SignIn;

internal static class PasswordEndpoint
{
    public static Task<IResult> ShowAsync(string? back, HttpContext context, SeeSelf seeSelf, CancellationToken ct) =>
        PageAsync(back, [], context, seeSelf, ct);

    /// <summary>For a form without its token.</summary>
    public static async Task<IResult> AgainAsync(HttpContext context, SeeSelf seeSelf, CancellationToken ct)
    {
        var sent = await PostedForm.ReadAsync(context);
        return await PageAsync(sent.Text("back"), [new FieldProblem("", sent.Problem!)], context, seeSelf, ct);
    }

    public static async Task<IResult> ChangeAsync(HttpContext context, ChangePassword change, SeeSelf seeSelf, CancellationToken ct)
    {
        var sent = await PostedForm.ReadAsync(context);
        var back = sent.Text("back");
        var form = new ChangePassword.Form
        {
            CurrentPassword = sent.Text("current"),
            Password = sent.Text("password") ?? "",
            RepeatPassword = sent.Text("repeat") ?? "",
        };
        try
        {
            await TransientRetry.RunAsync(() => change.RunAsync(context.User.Scope()!, form, ct), ct);
        }
        catch (ValidationFailed failed)
        {
            return await PageAsync(back, failed.Problems, context, seeSelf, ct);
        }
        catch (RuleBroken rule) when (rule.Field is null)
        {
            // It ended the session, so the sign-in page shows why.
            return ErrorPages.Of(StatusCodes.Status429TooManyRequests, Texts.Wording.T(rule.Key, [.. rule.Args]), SignIn(context));
        }
        catch (RuleBroken rule)
        {
            return await PageAsync(
                back,
                [new FieldProblem(rule.Field ?? "", Texts.Wording.T(rule.Key, [.. rule.Args]))],
                context,
                seeSelf,
                ct
            );
        }
        catch (Denied)
        {
            return SignInAgain(context);
        }
        return new RazorComponentResult<PasswordChangedPage>(new { Back = ReturnUrl.Within(context, back) })
        {
            PreventStreamingRendering = true,
        };
    }

    private static async Task<IResult> PageAsync(
        string? back,
        IReadOnlyList<FieldProblem> problems,
        HttpContext context,
        SeeSelf seeSelf,
        CancellationToken ct
    )
    {
        try
        {
            var self = await TransientRetry.AskAsync(() => seeSelf.AskAsync(context.User.Scope()!, ct), ct);
            return new RazorComponentResult<PasswordPage>(
                new
                {
                    Self = self,
                    Problems = problems,
                    Back = back,
                }
            )
            {
                StatusCode =
                    problems.Count > 0 && context.Response.StatusCode == StatusCodes.Status200OK
                        ? StatusCodes.Status422UnprocessableEntity
                        : context.Response.StatusCode,
                PreventStreamingRendering = true,
            };
        }
        catch (Denied)
        {
            return SignInAgain(context);
        }
    }

    private static IResult SignInAgain(HttpContext context) => Results.LocalRedirect(SignIn(context));

    private static string SignIn(HttpContext context) =>
        $"{context.Request.PathBase}/sign-in?back={Uri.EscapeDataString(context.Request.PathBase + "/password")}";
}
