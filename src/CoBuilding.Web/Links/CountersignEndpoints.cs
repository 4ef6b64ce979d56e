using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using static CoBuilding.Web.Links.LinkPages;

namespace CoBuilding.Web.Links;

/// <summary>
/// Minutes to be countersigned on a phone: by link (<c>/c/{token}</c>) and for a unit's people who signed in (<c>/countersigns/{id}</c>).
/// </summary>
internal static class CountersignEndpoints
{
    public static void MapCountersigns(this WebApplication app)
    {
        const string TokenReason = "whoever bears the link speaks by it for the unit";
        app.MapMethods("/c/{token}", SafeMethods, ShowByLinkAsync).OpenToAll(TokenReason);
        app.MapPost("/c/{token}", AnswerByLinkAsync).OpenToAll(TokenReason).IsSentByLink(Right.CountersignMinutes, TokenReason);
        app.MapMethods("/countersigns/{id:guid}", SafeMethods, ShowOwnAsync);
        app.MapPost("/countersigns/{id:guid}", AnswerOwnAsync).DemandsToken(AgainOwnAsync, "comments");
    }

    private static CountersignMinutes.Form Form(PostedForm sent, Guid? countersign) =>
        new()
        {
            OperationId = sent.Id("operation") ?? Guid.CreateVersion7(),
            CountersignId = countersign,
            CountersignRound = sent.Number("round"),
            Answer = sent.OneOf<CountersignAnswer>("answer"),
            Comments = sent.Text("comments"),
        };

    private static Task<IResult> ShowByLinkAsync(
        string token,
        HttpContext context,
        SeeCountersign see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => ShowAsync(context, see, ForLink(context, token), null, ct));

    private static Task<IResult> AnswerByLinkAsync(
        string token,
        HttpContext context,
        SeeCountersign see,
        CountersignMinutes countersign,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => AnswerAsync(context, see, countersign, ForLink(context, token), null, ct));

    private static Task<IResult> ShowOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeCountersign see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> AnswerOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeCountersign see,
        CountersignMinutes countersign,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => AnswerAsync(context, see, countersign, user.Scope()!, id, ct));

    private static async Task<IResult> ShowAsync(HttpContext context, SeeCountersign see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(context, new(await TransientRetry.AskAsync(() => see.AskAsync(scope, id, ct), ct), CurrentPath(context), id is not null));

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        SeeCountersign see,
        CountersignMinutes countersign,
        Scope scope,
        Guid? id,
        CancellationToken ct
    )
    {
        var sent = await PostedForm.ReadAsync(context);
        var form = Form(sent, id);
        return await LinkPages.AnswerAsync(
            context,
            sent,
            () => countersign.RunAsync(scope, form, ct),
            (problems, problem) => AgainAsync(context, see, scope, form, problems, problem, ct),
            ct
        );
    }

    private static Task<IResult> AgainOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeCountersign see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => WithoutTokenAsync(context, failed, sent => AgainAsync(context, see, user.Scope()!, Form(sent, id), [], sent.Problem, ct));

    private static async Task<IResult> AgainAsync(
        HttpContext context,
        SeeCountersign see,
        Scope scope,
        CountersignMinutes.Form form,
        IReadOnlyList<FieldProblem> problems,
        string? problem,
        CancellationToken ct
    )
    {
        var minutes = await TransientRetry.AskAsync(() => see.AskAsync(scope, form.CountersignId, ct), ct);
        return Document(context, new(minutes, CurrentPath(context), form.CountersignId is not null, form.Comments, problems, problem));
    }

    private static RazorComponentResult<CountersignDocument> Document(HttpContext context, CountersignDocument.State state) =>
        LinkPages.Document<CountersignDocument>(context, new { Now = state });
}
