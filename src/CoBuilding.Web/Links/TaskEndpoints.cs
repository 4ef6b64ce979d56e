using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Resolutions;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using static CoBuilding.Web.Links.LinkPages;

namespace CoBuilding.Web.Links;

/// <summary>
/// A task of a unit, on a phone: by link (<c>/r/{token}</c>) and for the unit's people who signed in (<c>/tasks/{id}</c>).
/// </summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this WebApplication app)
    {
        const string TokenReason = "whoever bears the link reports by it for the unit";
        app.MapMethods("/r/{token}", SafeMethods, ShowByLinkAsync).OpenToAll(TokenReason);
        app.MapPost("/r/{token}", ReportByLinkAsync).OpenToAll(TokenReason).IsSentByLink(Right.ReportProgress, TokenReason);
        app.MapMethods("/tasks/{id:guid}", SafeMethods, ShowOwnAsync);
        app.MapPost("/tasks/{id:guid}", ReportOwnAsync).DemandsToken(AgainOwnAsync, "note");
    }

    private static ReportProgress.Form Form(PostedForm sent, Guid? resolution) =>
        new()
        {
            OperationId = sent.Id("operation") ?? Guid.CreateVersion7(),
            ResolutionId = resolution,
            Action = sent.OneOf<ResolutionAction>("action"),
            Day = sent.Day("day"),
            Note = sent.Text("note"),
        };

    private static Task<IResult> ShowByLinkAsync(
        string token,
        HttpContext context,
        SeeTask see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => ShowAsync(context, see, ForLink(context, token), null, ct));

    private static Task<IResult> ReportByLinkAsync(
        string token,
        HttpContext context,
        SeeTask see,
        ReportProgress report,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => ReportAsync(context, see, report, ForLink(context, token), null, ct));

    private static Task<IResult> ShowOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeTask see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> ReportOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeTask see,
        ReportProgress report,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => GuardAsync(context, failed, () => ReportAsync(context, see, report, user.Scope()!, id, ct));

    private static async Task<IResult> ShowAsync(HttpContext context, SeeTask see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(context, new(await TransientRetry.AskAsync(() => see.AskAsync(scope, id, ct), ct), CurrentPath(context), id is not null));

    private static async Task<IResult> ReportAsync(
        HttpContext context,
        SeeTask see,
        ReportProgress report,
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
            () => report.RunAsync(scope, form, ct),
            (problems, problem) => AgainAsync(context, see, scope, form, problems, problem, ct),
            ct
        );
    }

    private static Task<IResult> AgainOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeTask see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => WithoutTokenAsync(context, failed, sent => AgainAsync(context, see, user.Scope()!, Form(sent, id), [], sent.Problem, ct));

    private static async Task<IResult> AgainAsync(
        HttpContext context,
        SeeTask see,
        Scope scope,
        ReportProgress.Form form,
        IReadOnlyList<FieldProblem> problems,
        string? problem,
        CancellationToken ct
    )
    {
        var task = await TransientRetry.AskAsync(() => see.AskAsync(scope, form.ResolutionId, ct), ct);
        return Document(context, new(task, CurrentPath(context), form.ResolutionId is not null, form, problems, problem));
    }

    private static RazorComponentResult<TaskDocument> Document(HttpContext context, TaskDocument.State state) =>
        LinkPages.Document<TaskDocument>(context, new { Now = state });
}
