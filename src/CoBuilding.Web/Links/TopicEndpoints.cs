using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Topics;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoBuilding.Web.Links;

/// <summary>
/// A unit is asked for topics, on a phone: by link (<c>/t/{token}</c>, no sign-in, no script) and for a unit's people who signed in
/// (<c>/topics/{id}</c>). GET and HEAD show; POST proposes, changes or withdraws.
/// </summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this WebApplication app)
    {
        const string Bearer = "whoever bears the link proposes topics by it";
        app.MapMethods("/t/{token}", LinkPages.Reading, ShowByLinkAsync).OpenToAll(Bearer);
        // The token in the URL is the whole authority: there is no ambient one that a forged form could borrow.
        app.MapPost("/t/{token}", SendByLinkAsync).OpenToAll(Bearer).DisableAntiforgery();
        app.MapMethods("/topics/{id:guid}", LinkPages.Reading, ShowOwnAsync);
        app.MapPost("/topics/{id:guid}", SendOwnAsync);
    }

    /// <summary>What the forms send.</summary>
    internal sealed record Sent(
        [FromForm] Guid? Operation, [FromForm] Guid? Topic, [FromForm] string? Title, [FromForm] string? Category, [FromForm] string? Necessity,
        [FromForm] string? Minutes, [FromForm] bool? Withdraw)
    {
        public ProposeTopic.Form For(Guid? call) => new()
        {
            OperationId = Operation ?? Guid.CreateVersion7(), CallId = call, TopicId = Topic ?? Guid.CreateVersion7(), Title = Title ?? "",
            CategoryId = InUrl.Row(Category), Necessity = Necessity, Minutes = int.TryParse(Minutes, out var minutes) ? minutes : null,
        };
    }

    private static Task<IResult> ShowByLinkAsync(string token, HttpContext context, SeeTopicCall see, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, LinkPages.ForLink(context, token), null, ct));

    private static Task<IResult> ShowOwnAsync(Guid id, HttpContext context, ClaimsPrincipal user, SeeTopicCall see, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> SendByLinkAsync(
        string token, [AsParameters] Sent sent, HttpContext context, SeeTopicCall see, ProposeTopic propose, WithdrawTopic withdraw, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => SendAsync(context, see, propose, withdraw, LinkPages.ForLink(context, token), null, sent, ct));

    private static Task<IResult> SendOwnAsync(
        Guid id, [AsParameters] Sent sent, HttpContext context, ClaimsPrincipal user, SeeTopicCall see, ProposeTopic propose, WithdrawTopic withdraw, FailedLinks failed,
        CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => SendAsync(context, see, propose, withdraw, user.Scope()!, id, sent, ct));

    private static async Task<IResult> ShowAsync(HttpContext context, SeeTopicCall see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(context, new(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), LinkPages.Here(context), id is not null));

    private static Task<IResult> SendAsync(
        HttpContext context, SeeTopicCall see, ProposeTopic propose, WithdrawTopic withdraw, Scope scope, Guid? id, Sent sent, CancellationToken ct)
    {
        var form = sent.For(id);
        return LinkPages.AnswerAsync(context,
            () => sent.Withdraw == true
                ? withdraw.RunAsync(scope, new() { OperationId = form.OperationId, CallId = id, TopicId = form.TopicId }, ct)
                : propose.RunAsync(scope, form, ct),
            async (problems, problem) => Document(context, new(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), LinkPages.Here(context), id is not null, form, problems, problem)), ct);
    }

    private static RazorComponentResult<TopicDocument> Document(HttpContext context, TopicDocument.State state) => LinkPages.Document<TopicDocument>(context, new { Now = state });
}
