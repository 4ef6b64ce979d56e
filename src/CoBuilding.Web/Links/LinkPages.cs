using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Links;

/// <summary>
/// What the answers to a phone have in common: separate documents, one page for every invalid link, and the redirect after a POST.
/// </summary>
public static class LinkPages
{
    /// <summary>Of a page that is only shown.</summary>
    public static readonly string[] SafeMethods = ["GET", "HEAD"];

    internal static Scope ForLink(HttpContext context, string token) =>
        Scope.ForLink(context.District()!.Id, Secrets.Hash(token), CultureInfo.CurrentUICulture);

    internal static string CurrentPath(HttpContext context) => context.Request.PathBase + context.Request.Path;

    /// <summary>A page for a phone: a document of its own, without script.</summary>
    /// <param name="parameters">The component's, as properties.</param>
    public static RazorComponentResult<T> Document<T>(HttpContext context, object parameters)
        where T : IComponent
    {
        context.Response.Headers.ContentSecurityPolicy = LinkStyle.Policy;
        return new RazorComponentResult<T>(parameters) { StatusCode = context.Response.StatusCode, PreventStreamingRendering = true };
    }

    /// <summary>The page for every invalid link.</summary>
    internal static IResult DeadLink(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Document<DeadLinkDocument>(context, new { TooMany = status == StatusCodes.Status429TooManyRequests });
    }

    /// <summary>Turns each refusal into its page. Only failures are counted, since a whole office may share one address.</summary>
    internal static Task<IResult> GuardAsync(HttpContext context, Func<Task<IResult>> page) =>
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
                    context.RequestServices.GetRequiredService<FailedLinkLimiter>().Count(context);
                    return DeadLink(context, StatusCodes.Status404NotFound);
                }
            }
        );

    /// <summary>
    /// Runs the use case and redirects with 303, so that a reload does not send again; a refusal is shown on the page with what was typed.
    /// </summary>
    /// <param name="sent">The sent form; nothing is done if a field cannot be read.</param>
    /// <param name="button">See <see cref="IPhoneBody{TForm}.ButtonField"/>.</param>
    /// <param name="fields">See <see cref="IPhoneBody{TForm}.RuleFields"/>.</param>
    internal static async Task<IResult> AnswerAsync(
        HttpContext context,
        PostedForm sent,
        Func<Task> useCase,
        Func<IReadOnlyList<FieldProblem>, string, Task<IResult>> again,
        string? button,
        IReadOnlyList<string> fields,
        CancellationToken ct
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
            var hasHint = !failed.Problems.Any(p => p.Field == button);
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
