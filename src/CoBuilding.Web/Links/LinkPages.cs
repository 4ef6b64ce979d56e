using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Links;

/// <summary>What all pages behind links share: GET and HEAD show, POST answers and leads back; whatever leads nowhere looks the same.</summary>
internal static class LinkPages
{
    public static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>Answers and leads back to the page, or shows it again with what was typed and what is wrong.</summary>
    /// <param name="again">The page with the fields' problems and the one above.</param>
    public static async Task<IResult> AnswerAsync(HttpContext context, Func<Task> useCase, Func<IReadOnlyList<FieldProblem>, string, Task<IResult>> again, CancellationToken ct)
    {
        try
        {
            await Edge.RunAsync(useCase, ct);
            return new SeeOther(Here(context));
        }
        catch (Misshapen misshapen)
        {
            return await AgainAsync(misshapen.Problems, Wording.T("Links.NotSaved"));
        }
        catch (RuleBroken rule)
        {
            return await AgainAsync([], Wording.T(rule.Key, [.. rule.Args]));
        }
        catch (Stale)
        {
            return await AgainAsync([], Wording.T("Links.Retry"));
        }

        Task<IResult> AgainAsync(IReadOnlyList<FieldProblem> problems, string problem)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return again(problems, problem);
        }
    }

    /// <summary>One polite page for whatever leads nowhere. Only failures are counted: an office shares one address.</summary>
    public static Task<IResult> GuardAsync(HttpContext context, FailedLinks failed, Func<Task<IResult>> page) => Refused.GuardAsync(context, async () =>
    {
        try
        {
            return await page();
        }
        catch (Refusal refusal) when (refusal is Data.NotFound or Denied { SignedOut: false })
        {
            var tooMany = !failed.Count(context);
            context.Response.StatusCode = tooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status404NotFound;
            return Document<GoneDocument>(context, new { TooMany = tooMany });
        }
    });

    public static RazorComponentResult<T> Document<T>(HttpContext context, object parameters) where T : IComponent
    {
        context.Response.Headers.ContentSecurityPolicy = LinkStyle.Policy;
        return new RazorComponentResult<T>(parameters) { StatusCode = context.Response.StatusCode, PreventStreamingRendering = true };
    }

    public static Scope ForLink(HttpContext context, string token) => Scope.ForLink(context.District()!.Id, Secrets.Hash(token), CultureInfo.CurrentUICulture);

    public static string Here(HttpContext context) => context.Request.PathBase + context.Request.Path;

    /// <summary>303: the browser shows the page by GET, so that a reload sends nothing again.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
