using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.AspNetCore.Authentication;

namespace CoBuilding.Web.Shell;

/// <summary>The response of an office endpoint when a use case refuses: the sign-in, or a page with the reason.</summary>
public static class RefusalResponses
{
    /// <summary>Runs the endpoint and turns each refusal into its page.</summary>
    public static async Task<IResult> GuardAsync(HttpContext context, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Denied denied) when (denied.SignedOut)
        {
            await context.SignOutAsync();
            return Results.Challenge();
        }
        catch (RuleBroken rule)
        {
            return ErrorPages.Of(StatusOf(rule), Wording.T(rule.Key, [.. rule.Args]));
        }
        catch (Refusal refusal)
        {
            return Results.StatusCode(StatusOf(refusal));
        }
    }

    public static int StatusOf(Refusal refusal) =>
        refusal switch
        {
            NotFound => StatusCodes.Status404NotFound,
            Denied => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}
