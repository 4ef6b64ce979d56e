using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Web.Districts;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using static CoBuilding.Web.Links.LinkPages;

namespace CoBuilding.Web.Links;

/// <summary>Minutes to be countersigned on a phone: by link (<c>/c/{token}</c>) and for a unit's people who signed in (<c>/countersigns/{id}</c>).</summary>
internal static class CountersignEndpoints
{
    public static void MapCountersigns(this WebApplication app)
    {
        const string Bearer = "whoever bears the link speaks by it for the unit";
        app.MapMethods("/c/{token}", Reading, ShowByLinkAsync).OpenToAll(Bearer);
        // The token in the URL is the whole authority: there is no ambient one that a forged form could borrow.
        app.MapPost("/c/{token}", AnswerByLinkAsync).ForBearersOf(Right.Countersign).OpenToAll(Bearer).DisableAntiforgery();
        app.MapMethods("/countersigns/{id:guid}", Reading, ShowOwnAsync);
        app.MapPost("/countersigns/{id:guid}", AnswerOwnAsync);
    }

    internal sealed record Sent([FromForm] Guid? Operation, [FromForm] int? Round, [FromForm] CountersignAnswer? Answer, [FromForm] string? Comments)
    {
        public CountersignMinutes.Form For(Guid? countersign) =>
            new() { OperationId = Operation ?? Guid.CreateVersion7(), CountersignId = countersign, Round = Round, Answer = Answer, Comments = Comments };
    }

    private static Task<IResult> ShowByLinkAsync(string token, HttpContext context, SeeCountersign see, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => ShowAsync(context, see, ForLink(context, token), null, ct));

    private static Task<IResult> AnswerByLinkAsync(
        string token, [AsParameters] Sent sent, HttpContext context, SeeCountersign see, CountersignMinutes countersign, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => AnswerAsync(context, see, countersign, ForLink(context, token), sent.For(null), ct));

    private static Task<IResult> ShowOwnAsync(Guid id, HttpContext context, ClaimsPrincipal user, SeeCountersign see, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> AnswerOwnAsync(
        Guid id, [AsParameters] Sent sent, HttpContext context, ClaimsPrincipal user, SeeCountersign see, CountersignMinutes countersign, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => AnswerAsync(context, see, countersign, user.Scope()!, sent.For(id), ct));

    private static async Task<IResult> ShowAsync(HttpContext context, SeeCountersign see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(context, new(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), Here(context), id is not null));

    private static Task<IResult> AnswerAsync(
        HttpContext context, SeeCountersign see, CountersignMinutes countersign, Scope scope, CountersignMinutes.Form form, CancellationToken ct) =>
        LinkPages.AnswerAsync(context, () => countersign.RunAsync(scope, form, ct), async (problems, problem) =>
        {
            var minutes = await Edge.AskAsync(() => see.AskAsync(scope, form.CountersignId, ct), ct);
            return Document(context, new(minutes, Here(context), form.CountersignId is not null, form.Comments, problems, problem));
        }, ct);

    private static RazorComponentResult<CountersignDocument> Document(HttpContext context, CountersignDocument.State state) => LinkPages.Document<CountersignDocument>(context, new { Now = state });
}
