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
    private const int MostRaces = 20;

    public static RazorComponentResult Show(string? back, bool? left) => Page(new SignInPage.State("", back, Left: left == true));

    /// <summary>For a form without its token.</summary>
    public static async Task<IResult> AgainAsync(HttpContext context)
    {
        var sent = await InForm.ReadAsync(context);
        return Page(new SignInPage.State(sent.Text("login") ?? "", sent.Text("back"), Problem: sent.Problem), context.Response.StatusCode);
    }

    public static async Task<IResult> SignInAsync(HttpContext context, Access.SignIn signIn, DeviceMark mark, CancellationToken ct)
    {
        var sent = await InForm.ReadAsync(context);
        var (login, password, back) = (sent.Text("login") ?? "", sent.Text("password"), sent.Text("back"));
        var secret = Secrets.Make();
        Access.SignIn.Result result;
        try
        {
            result = await TryAsync(signIn, context, new Access.SignIn.Form
            {
                Login = login, Password = password ?? "", Secret = secret, KnownTo = mark.Read(context, login),
            }, ct);
        }
        catch (Misshapen misshapen)
        {
            return Page(new SignInPage.State(login, back, Problems: misshapen.Problems));
        }
        if (result.AccountId is not { } account) return Page(new SignInPage.State(login, back, Refused: true));

        await SessionCookie.StartAsync(context, account, secret);
        mark.Set(context, login, account);
        if (result.Language is { } language) context.Remember(CultureInfo.GetCultureInfo(language));
        var next = ReturnUrl.Within(context, back);
        return Results.LocalRedirect(result.MustChangePassword ? $"{context.Request.PathBase}/password?back={Uri.EscapeDataString(next)}" : next);
    }

    /// <summary>Two attempts on one account at the same moment: the second is tried again, so that guessing in parallel leaves no failure uncounted.</summary>
    private static async Task<Access.SignIn.Result> TryAsync(Access.SignIn signIn, HttpContext context, Access.SignIn.Form form, CancellationToken ct)
    {
        var scope = Scope.ForVisitor(context.District()!.Id, CultureInfo.CurrentUICulture);
        for (var race = 0; ; race++)
        {
            try
            {
                return await Edge.AskAsync(() => signIn.RunAsync(scope, form, ct), ct);
            }
            catch (Stale) when (race < MostRaces)
            {
                await Task.Delay(Random.Shared.Next(5, 40), ct);
            }
        }
    }

    private static RazorComponentResult<SignInPage> Page(SignInPage.State state, int? status = null) =>
        new RazorComponentResult<SignInPage>(new { Now = state })
        {
            StatusCode = status ?? (state.Refused || state.Problems is not null
                ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
            PreventStreamingRendering = true,
        };
}
