using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Downloads;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Links;

/// <summary>What the pages on a phone have in common: documents of their own, one polite page for whatever leads nowhere, and a way back after a POST.</summary>
internal static class LinkPages
{
    public static readonly string[] SafeMethods = ["GET", "HEAD"];
    private static readonly string[] Buttons = ["Reply", "Answer", "Action"];

    public static Scope ForLink(HttpContext context, string token) => Scope.ForLink(context.District()!.Id, Secrets.Hash(token), CultureInfo.CurrentUICulture);

    public static string CurrentPath(HttpContext context) => context.Request.PathBase + context.Request.Path;

    public static RazorComponentResult<T> Document<T>(HttpContext context, object parameters) where T : IComponent
    {
        context.Response.Headers.ContentSecurityPolicy = LinkStyle.Policy;
        return new RazorComponentResult<T>(parameters) { StatusCode = context.Response.StatusCode, PreventStreamingRendering = true };
    }

    /// <summary>The one polite page for whatever leads nowhere.</summary>
    public static IResult DeadLink(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Document<DeadLinkDocument>(context, new { TooMany = status == StatusCodes.Status429TooManyRequests });
    }

    /// <summary>Only failures are counted: an office shares one address.</summary>
    public static Task<IResult> GuardAsync(HttpContext context, FailedLinkLimiter failed, Func<Task<IResult>> page) => RefusalResponses.GuardAsync(context, async () =>
    {
        try
        {
            return await page();
        }
        catch (Refusal refusal) when (refusal is Data.NotFound or Denied { SignedOut: false })
        {
            failed.Count(context);
            return DeadLink(context, StatusCodes.Status404NotFound);
        }
    });

    public static Task<IResult> HandOutAsync(HttpContext context, FailedLinkLimiter failed, Func<Task<DocumentFile>> take, CancellationToken ct) =>
        GuardAsync(context, failed, () => Download.HandOutAsync(context, take, ct));

    /// <summary>Runs what was sent and leads back by 303, so that a reload sends nothing again; what was refused stands on the page with what was typed.</summary>
    /// <param name="sent">What was sent; with anything in it that cannot be read, nothing is done.</param>
    /// <param name="fields">Those at which the page shows a broken rule.</param>
    public static async Task<IResult> AnswerAsync(HttpContext context, PostedForm sent, Func<Task> useCase,
        Func<IReadOnlyList<FieldProblem>, string, Task<IResult>> again, CancellationToken ct, params IReadOnlyList<string> fields)
    {
        if (sent.Problem is not null || sent.Problems.Count > 0)
            return await AgainAsync(sent.Problems, sent.Problem ?? Texts.Wording.T("Links.NotRead"));
        try
        {
            await TransientRetry.RunAsync(useCase, ct);
            return new SeeOther(CurrentPath(context));
        }
        catch (ValidationFailed failed)
        {
            // What a button says has no field of its own at which a hint could stand.
            var hasHint = !failed.Problems.Any(p => Buttons.Contains(p.Field));
            return await AgainAsync(failed.Problems, Texts.Wording.T(hasHint ? "Links.NotSaved" : "Links.NotRead"));
        }
        catch (RuleBroken rule)
        {
            var words = Texts.Wording.T(rule.Key, [.. rule.Args]);
            return rule.Field is { } field && fields.Contains(field) ? await AgainAsync([new(field, words)], Texts.Wording.T("Links.NotSaved")) : await AgainAsync([], words);
        }
        catch (Stale)
        {
            return await AgainAsync([], Texts.Wording.T("Links.Retry"));
        }

        Task<IResult> AgainAsync(IReadOnlyList<FieldProblem> problems, string problem)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return again(problems, problem);
        }
    }

    /// <summary>Shows the page again to whoever sent a form without its token; nothing is done.</summary>
    public static Task<IResult> WithoutTokenAsync(HttpContext context, FailedLinkLimiter failed, Func<PostedForm, Task<IResult>> again) =>
        GuardAsync(context, failed, async () => await again(await PostedForm.ReadAsync(context)));

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
