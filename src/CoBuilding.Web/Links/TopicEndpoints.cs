using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
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
/// (<c>/topics/{id}</c>). GET and HEAD show; POST proposes with files, changes or withdraws.
/// </summary>
internal static class TopicEndpoints
{
    /// <summary>Three files as large as they may be, and what is typed. A phone learns that one is too large only from an answer to all of it.</summary>
    private const long MostBytes = (TopicAttachment.MostPerTopic * (long)BroughtFile.MostBytes) + (4 * 1024 * 1024);

    public static void MapTopics(this WebApplication app)
    {
        const string Bearer = "whoever bears the link proposes topics by it";
        app.MapMethods("/t/{token}", LinkPages.Reading, ShowByLinkAsync).OpenToAll(Bearer);
        // The token in the URL is the whole authority: there is no ambient one that a forged form could borrow.
        app.MapPost("/t/{token}", SendByLinkAsync).ForBearersOf(Right.ProposeTopics).OpenToAll(Bearer).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        app.MapGet("/t/{token}/files/{file:guid}", TakeByLinkAsync).OpenToAll(Bearer);
        app.MapMethods("/topics/{id:guid}", LinkPages.Reading, ShowOwnAsync);
        app.MapPost("/topics/{id:guid}", SendOwnAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        app.MapGet("/topics/{id:guid}/files/{file:guid}", TakeOwnAsync);
    }

    /// <summary>What the forms send.</summary>
    internal sealed record Sent(
        [FromForm] Guid? Operation, [FromForm] Guid? Topic, [FromForm] string? Title, [FromForm] string? Category, [FromForm] string? Necessity,
        [FromForm] string? Minutes, [FromForm] bool? Withdraw, [FromForm] Guid? Remove)
    {
        public ProposeTopic.Form For(Guid? call) => new()
        {
            OperationId = Operation ?? Guid.CreateVersion7(), CallId = call, TopicId = Topic ?? Guid.CreateVersion7(), Title = Title ?? "",
            CategoryId = InUrl.Row(Category), Necessity = Necessity, Minutes = int.TryParse(Minutes, out var minutes) ? minutes : null,
        };
    }

    /// <summary>What can be done by them.</summary>
    internal sealed record Deeds(
        [FromServices] SeeTopicCall SeeTopicCall, [FromServices] ProposeTopic ProposeTopic, [FromServices] WithdrawTopic WithdrawTopic, [FromServices] RemoveAttachment RemoveAttachment,
        [FromServices] ReaderPool Reader);

    private static Task<IResult> ShowByLinkAsync(string token, HttpContext context, SeeTopicCall see, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, LinkPages.ForLink(context, token), null, ct));

    private static Task<IResult> ShowOwnAsync(Guid id, HttpContext context, ClaimsPrincipal user, SeeTopicCall see, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> SendByLinkAsync(string token, [AsParameters] Sent sent, [AsParameters] Deeds deeds, HttpContext context, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => SendAsync(context, deeds, LinkPages.ForLink(context, token), null, sent, ct));

    private static Task<IResult> SendOwnAsync(
        Guid id, [AsParameters] Sent sent, [AsParameters] Deeds deeds, HttpContext context, ClaimsPrincipal user, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => SendAsync(context, deeds, user.Scope()!, id, sent, ct));

    private static Task<IResult> TakeByLinkAsync(string token, Guid file, HttpContext context, TakeOwnAttachment take, FailedLinks failed, CancellationToken ct) =>
        LinkPages.HandOutAsync(context, failed, () => take.AskAsync(LinkPages.ForLink(context, token), null, file, ct), ct);

    private static Task<IResult> TakeOwnAsync(Guid id, Guid file, HttpContext context, ClaimsPrincipal user, TakeOwnAttachment take, FailedLinks failed, CancellationToken ct) =>
        LinkPages.HandOutAsync(context, failed, () => take.AskAsync(user.Scope()!, id, file, ct), ct);

    private static async Task<IResult> ShowAsync(HttpContext context, SeeTopicCall see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(context, new(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), LinkPages.Here(context), id is not null));

    private static Task<IResult> SendAsync(HttpContext context, Deeds deeds, Scope scope, Guid? id, Sent sent, CancellationToken ct)
    {
        var form = sent.For(id);
        return LinkPages.AnswerAsync(context, DoAsync,
            async (problems, problem) => Document(context, new(await Edge.AskAsync(() => deeds.SeeTopicCall.AskAsync(scope, id, ct), ct), LinkPages.Here(context), id is not null, form, problems, problem)),
            ct, "File");

        async Task DoAsync()
        {
            if (sent.Remove is { } attachment) await deeds.RemoveAttachment.RunAsync(scope, new() { OperationId = form.OperationId, CallId = id, AttachmentId = attachment }, ct);
            else if (sent.Withdraw == true) await deeds.WithdrawTopic.RunAsync(scope, new() { OperationId = form.OperationId, CallId = id, TopicId = form.TopicId }, ct);
            else
            {
                form.Files = await FilesAsync(deeds.Reader, scope, context.Request.Form.Files, () => deeds.SeeTopicCall.AskAsync(scope, id, ct), ct);
                await deeds.ProposeTopic.RunAsync(scope, form, ct);
            }
        }
    }

    /// <summary>Files are looked through for those alone who may bring some.</summary>
    private static async Task<IReadOnlyList<BroughtFile>> FilesAsync(ReaderPool reader, Scope scope, IFormFileCollection sent, Func<Task> may, CancellationToken ct)
    {
        List<BroughtFile> files = [];
        if (sent.Any(f => f.Length > 0)) await may();
        foreach (var file in sent.Where(f => f.Length > 0).Take(TopicAttachment.MostPerTopic + 1))
        {
            await using var content = file.OpenReadStream();
            files.Add(await BroughtFile.ReadAsync(reader, scope, file.FileName, content, ct));
        }
        return files;
    }

    private static RazorComponentResult<TopicDocument> Document(HttpContext context, TopicDocument.State state) => LinkPages.Document<TopicDocument>(context, new { Now = state });
}
