using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Meetings.Resolutions;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using static CoBuilding.Web.Links.LinkPages;

namespace CoBuilding.Web.Links;

/// <summary>What a unit was asked to see to, on a phone: by link (<c>/r/{token}</c>) and for the unit's people who signed in (<c>/tasks/{id}</c>).</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this WebApplication app)
    {
        const string Bearer = "whoever bears the link reports by it for the unit";
        app.MapMethods("/r/{token}", Reading, ShowByLinkAsync).OpenToAll(Bearer);
        // The token in the URL is the whole authority: there is no ambient one that a forged form could borrow.
        app.MapPost("/r/{token}", ReportByLinkAsync).ForBearersOf(Right.ReportProgress).OpenToAll(Bearer).DisableAntiforgery();
        app.MapMethods("/tasks/{id:guid}", Reading, ShowOwnAsync);
        app.MapPost("/tasks/{id:guid}", ReportOwnAsync);
    }

    internal sealed record Sent([FromForm] Guid? Operation, [FromForm] ResolutionDeed? Deed, [FromForm] string? Day, [FromForm] string? Note)
    {
        public ReportProgress.Form For(Guid? resolution) =>
            new() { OperationId = Operation ?? Guid.CreateVersion7(), ResolutionId = resolution, Deed = Deed, Day = InUrl.Day(Day), Note = Note };
    }

    private static Task<IResult> ShowByLinkAsync(string token, HttpContext context, SeeTask see, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => ShowAsync(context, see, ForLink(context, token), null, ct));

    private static Task<IResult> ReportByLinkAsync(
        string token, [AsParameters] Sent sent, HttpContext context, SeeTask see, ReportProgress report, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => ReportAsync(context, see, report, ForLink(context, token), sent.For(null), ct));

    private static Task<IResult> ShowOwnAsync(Guid id, HttpContext context, ClaimsPrincipal user, SeeTask see, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> ReportOwnAsync(
        Guid id, [AsParameters] Sent sent, HttpContext context, ClaimsPrincipal user, SeeTask see, ReportProgress report, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => ReportAsync(context, see, report, user.Scope()!, sent.For(id), ct));

    private static async Task<IResult> ShowAsync(HttpContext context, SeeTask see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(context, new(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), Here(context), id is not null));

    private static Task<IResult> ReportAsync(HttpContext context, SeeTask see, ReportProgress report, Scope scope, ReportProgress.Form form, CancellationToken ct) =>
        LinkPages.AnswerAsync(context, () => report.RunAsync(scope, form, ct), async (problems, problem) =>
        {
            var task = await Edge.AskAsync(() => see.AskAsync(scope, form.ResolutionId, ct), ct);
            return Document(context, new(task, Here(context), form.ResolutionId is not null, form, problems, problem));
        }, ct);

    private static RazorComponentResult<TaskDocument> Document(HttpContext context, TaskDocument.State state) => LinkPages.Document<TaskDocument>(context, new { Now = state });
}
