using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoBuilding.Web.SignIn;

internal static class SignInEndpoint
{
    public static RazorComponentResult Show(string? back, bool? left) => Page(new SignInPage.State("", back, Left: left == true));

    public static async Task<IResult> SignInAsync(
        [FromForm] string? login, [FromForm] string? password, [FromForm] string? back,
        HttpContext context, Access.SignIn signIn, SignInTurns turns, DeviceMark mark, CancellationToken ct)
    {
        login ??= "";
        var secret = Secrets.Make();
        var form = new Access.SignIn.Form { Login = login, Password = password ?? "", Secret = secret, KnownTo = mark.Read(context, login) };
        using var turn = await turns.WaitAsync(context.District()!.Id, form, ct);
        if (!turn.IsAcquired) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        Access.SignIn.Result result;
        try
        {
            result = await Edge.AskAsync(() => signIn.RunAsync(Scope.ForVisitor(context.District()!.Id, CultureInfo.CurrentUICulture), form, ct), ct);
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

    private static RazorComponentResult<SignInPage> Page(SignInPage.State state) =>
        new RazorComponentResult<SignInPage>(new { Now = state })
        {
            StatusCode = state.Refused || state.Problems is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            PreventStreamingRendering = true,
        };
}
