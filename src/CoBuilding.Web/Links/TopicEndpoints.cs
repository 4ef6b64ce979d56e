using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Topics;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
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
    /// <summary>
    /// Three files of maximum size plus the text fields. The limit is that high so that a phone gets an answer about a file that is too
    /// large.
    /// </summary>
    private const long MostBytes = (TopicAttachment.MostPerTopic * (long)CheckedUpload.MostBytes) + (4 * 1024 * 1024);

    public static void MapTopics(this WebApplication app)
    {
        const string TokenReason = "whoever bears the link proposes topics by it";
        app.MapMethods("/t/{token}", LinkPages.SafeMethods, ShowByLinkAsync).OpenToAll(TokenReason);
        app.MapPost("/t/{token}", SendByLinkAsync)
            .OpenToAll(TokenReason)
            .IsSentByLink(Right.ProposeTopics, TokenReason)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        app.MapGet("/t/{token}/files/{file:guid}", DownloadByLinkAsync).OpenToAll(TokenReason);
        app.MapMethods("/topics/{id:guid}", LinkPages.SafeMethods, ShowOwnAsync);
        app.MapPost("/topics/{id:guid}", SendOwnAsync)
            .DemandsToken(AgainOwnAsync, "title", "necessity")
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        app.MapGet("/topics/{id:guid}/files/{file:guid}", DownloadMyUnitAsync);
    }

    /// <summary>What the forms send.</summary>
    private static ProposeTopic.Form Form(PostedForm sent, Guid? call) =>
        new()
        {
            OperationId = sent.Id("operation") ?? Guid.CreateVersion7(),
            CallId = call,
            TopicId = sent.Id("topic") ?? Guid.CreateVersion7(),
            Title = sent.Text("title") ?? "",
            CategoryId = sent.Id("category"),
            Necessity = sent.Text("necessity"),
            Minutes = sent.Number("minutes"),
        };

    /// <summary>What can be done by them.</summary>
    internal sealed record UseCases(
        [FromServices] SeeTopicCall SeeTopicCall,
        [FromServices] ProposeTopic ProposeTopic,
        [FromServices] WithdrawTopic WithdrawTopic,
        [FromServices] RemoveAttachment RemoveAttachment,
        [FromServices] ReaderPool Reader
    );

    private static Task<IResult> ShowByLinkAsync(
        string token,
        HttpContext context,
        SeeTopicCall see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, LinkPages.ForLink(context, token), null, ct));

    private static Task<IResult> ShowOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeTopicCall see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> SendByLinkAsync(
        string token,
        [AsParameters] UseCases useCases,
        HttpContext context,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => SendAsync(context, useCases, LinkPages.ForLink(context, token), null, ct));

    private static Task<IResult> SendOwnAsync(
        Guid id,
        [AsParameters] UseCases useCases,
        HttpContext context,
        ClaimsPrincipal user,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => SendAsync(context, useCases, user.Scope()!, id, ct));

    private static Task<IResult> DownloadByLinkAsync(
        string token,
        Guid file,
        HttpContext context,
        DownloadMyUnitAttachment take,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.HandOutAsync(context, failed, () => take.AskAsync(LinkPages.ForLink(context, token), null, file, ct), ct);

    private static Task<IResult> DownloadMyUnitAsync(
        Guid id,
        Guid file,
        HttpContext context,
        ClaimsPrincipal user,
        DownloadMyUnitAttachment take,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.HandOutAsync(context, failed, () => take.AskAsync(user.Scope()!, id, file, ct), ct);

    private static async Task<IResult> ShowAsync(HttpContext context, SeeTopicCall see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(
            context,
            new(await TransientRetry.AskAsync(() => see.AskAsync(scope, id, ct), ct), LinkPages.CurrentPath(context), id is not null)
        );

    private static async Task<IResult> SendAsync(HttpContext context, UseCases useCases, Scope scope, Guid? id, CancellationToken ct)
    {
        var sent = await PostedForm.ReadAsync(context);
        var (form, withdraw, remove) = (Form(sent, id), sent.Flag("withdraw"), sent.Id("remove"));
        return await LinkPages.AnswerAsync(
            context,
            sent,
            DoAsync,
            (problems, problem) => AgainAsync(context, useCases.SeeTopicCall, scope, form, sent, problems, problem, ct),
            ct,
            "File"
        );

        async Task DoAsync()
        {
            var operation = form.OperationId;
            if (remove is { } attachment)
                await useCases.RemoveAttachment.RunAsync(
                    scope,
                    new()
                    {
                        OperationId = operation,
                        CallId = id,
                        AttachmentId = attachment,
                    },
                    ct
                );
            else if (withdraw)
                await useCases.WithdrawTopic.RunAsync(
                    scope,
                    new()
                    {
                        OperationId = operation,
                        CallId = id,
                        TopicId = form.TopicId,
                    },
                    ct
                );
            else
            {
                form.Files = await FilesAsync(useCases.Reader, scope, sent.Files, () => useCases.SeeTopicCall.AskAsync(scope, id, ct), ct);
                await useCases.ProposeTopic.RunAsync(scope, form, ct);
            }
        }
    }

    private static Task<IResult> AgainOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeTopicCall see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) =>
        LinkPages.WithoutTokenAsync(
            context,
            failed,
            sent => AgainAsync(context, see, user.Scope()!, Form(sent, id), sent, [], sent.Problem, ct)
        );

    private static async Task<IResult> AgainAsync(
        HttpContext context,
        SeeTopicCall see,
        Scope scope,
        ProposeTopic.Form form,
        PostedForm sent,
        IReadOnlyList<FieldProblem> problems,
        string? problem,
        CancellationToken ct
    )
    {
        var call = await TransientRetry.AskAsync(() => see.AskAsync(scope, form.CallId, ct), ct);
        var (here, isSignedIn) = (LinkPages.CurrentPath(context), form.CallId is not null);
        return Document(context, new(call, here, isSignedIn, form, sent.Text("minutes"), problems, problem));
    }

    /// <summary>Files are checked only for senders who may attach files.</summary>
    private static async Task<IReadOnlyList<CheckedUpload>> FilesAsync(
        ReaderPool reader,
        Scope scope,
        IFormFileCollection sent,
        Func<Task> may,
        CancellationToken ct
    )
    {
        List<CheckedUpload> files = [];
        if (sent.Any(f => f.Length > 0))
            await may();
        foreach (var file in sent.Where(f => f.Length > 0).Take(TopicAttachment.MostPerTopic + 1))
        {
            await using var content = file.OpenReadStream();
            files.Add(await CheckedUpload.ReadAsync(reader, scope, file.FileName, content, ct));
        }
        return files;
    }

    private static RazorComponentResult<TopicDocument> Document(HttpContext context, TopicDocument.State state) =>
        LinkPages.Document<TopicDocument>(context, new { Now = state });
}
