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

/// <summary>
/// What the pages on a phone have in common: separate documents, one page for every invalid link, and the redirect after a POST.
/// </summary>
internal static class LinkPages
{
    public static readonly string[] SafeMethods = ["GET", "HEAD"];
    private static readonly string[] Buttons = ["Reply", "Answer", "Action"];

    public static Scope ForLink(HttpContext context, string token) =>
        Scope.ForLink(context.District()!.Id, Secrets.Hash(token), CultureInfo.CurrentUICulture);

    public static string CurrentPath(HttpContext context) => context.Request.PathBase + context.Request.Path;

    public static RazorComponentResult<T> Document<T>(HttpContext context, object parameters)
        where T : IComponent
    {
        context.Response.Headers.ContentSecurityPolicy = LinkStyle.Policy;
        return new RazorComponentResult<T>(parameters) { StatusCode = context.Response.StatusCode, PreventStreamingRendering = true };
    }

    /// <summary>The page for every invalid link.</summary>
    public static IResult DeadLink(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Document<DeadLinkDocument>(context, new { TooMany = status == StatusCodes.Status429TooManyRequests });
    }

    /// <summary>Only failures are counted, since a whole office may share one address.</summary>
    public static Task<IResult> GuardAsync(HttpContext context, FailedLinkLimiter failed, Func<Task<IResult>> page) =>
        RefusalResponses.GuardAsync(
            context,
            async () =>
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
            }
        );

    public static Task<IResult> HandOutAsync(
        HttpContext context,
        FailedLinkLimiter failed,
        Func<Task<DocumentFile>> take,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => Download.HandOutAsync(context, take, ct));

    /// <summary>
    /// Runs the use case and redirects with 303, so that a reload does not send again; a refusal is shown on the page with what was typed.
    /// </summary>
    /// <param name="sent">The sent form; nothing is done if a field cannot be read.</param>
    /// <param name="fields">The fields at which the page shows a broken rule.</param>
    public static async Task<IResult> AnswerAsync(
        HttpContext context,
        PostedForm sent,
        Func<Task> useCase,
        Func<IReadOnlyList<FieldProblem>, string, Task<IResult>> again,
        CancellationToken ct,
        params IReadOnlyList<string> fields
    )
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
            // A button has no field at which a message could be shown.
            var hasHint = !failed.Problems.Any(p => Buttons.Contains(p.Field));
            return await AgainAsync(failed.Problems, Texts.Wording.T(hasHint ? "Links.NotSaved" : "Links.NotRead"));
        }
        catch (RuleBroken rule)
        {
            var words = Texts.Wording.T(rule.Key, [.. rule.Args]);
            return rule.Field is { } field && fields.Contains(field)
                ? await AgainAsync([new(field, words)], Texts.Wording.T("Links.NotSaved"))
                : await AgainAsync([], words);
        }
        catch (SentOtherwise)
        {
            // The forms of the page that is shown have new operation ids.
            return await AgainAsync([], Texts.Wording.T("Links.SentOtherwise"));
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

    /// <summary>Shows the page again after a form without its token; nothing is done.</summary>
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
