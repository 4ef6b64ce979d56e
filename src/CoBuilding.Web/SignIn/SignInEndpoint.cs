using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.SignIn;

internal static class SignInEndpoint
{
    public static RazorComponentResult Show(string? back, bool? left) => Page(new SignInPage.State("", back, Left: left == true));

    /// <summary>For a form without its token.</summary>
    public static async Task<IResult> AgainAsync(HttpContext context)
    {
        var sent = await PostedForm.ReadAsync(context);
        return Page(new SignInPage.State(sent.Text("login") ?? "", sent.Text("back"), Problem: sent.Problem), context.Response.StatusCode);
    }

    public static async Task<IResult> SignInAsync(
        HttpContext context,
        Access.SignIn signIn,
        SignInQueue turns,
        KnownDeviceCookie mark,
        CancellationToken ct
    )
    {
        var sent = await PostedForm.ReadAsync(context);
        var (login, password, back) = (sent.Text("login") ?? "", sent.Text("password"), sent.Text("back"));
        var secret = Secrets.Make();
        var form = new Access.SignIn.Form
        {
            Login = login,
            Password = password ?? "",
            Secret = secret,
            KnownTo = mark.Read(context, login),
        };
        using var turn = await turns.WaitAsync(context.District()!.Id, form, ct);
        if (!turn.IsAcquired)
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        Access.SignIn.Result result;
        try
        {
            result = await TransientRetry.AskAsync(
                () => signIn.RunAsync(Scope.ForVisitor(context.District()!.Id, CultureInfo.CurrentUICulture), form, ct),
                ct
            );
        }
        catch (ValidationFailed failed)
        {
            return Page(new SignInPage.State(login, back, Problems: failed.Problems));
        }
        if (result.AccountId is not { } account)
            return Page(new SignInPage.State(login, back, Refused: true));

        await SessionCookie.StartAsync(context, account, secret);
        mark.Set(context, login, account);
        if (result.Language is { } language)
            context.Remember(CultureInfo.GetCultureInfo(language));
        var next = ReturnUrl.Within(context, back);
        return Results.LocalRedirect(
            result.MustChangePassword ? $"{context.Request.PathBase}/password?back={Uri.EscapeDataString(next)}" : next
        );
    }

    private static RazorComponentResult<SignInPage> Page(SignInPage.State state, int? status = null) =>
        new RazorComponentResult<SignInPage>(new { Now = state })
        {
            StatusCode =
                status
                ?? (state.Refused || state.Problems is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
            PreventStreamingRendering = true,
        };
}
