using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Web.Print;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Downloads;

/// <summary>How a room maps what it hands out; see <see cref="IDownloads"/>.</summary>
public static class Download
{
    /// <summary>
    /// Streams the document that the export makes. Out of reach gives 404, a missing right 403, a question that cannot be answered 422.
    /// </summary>
    /// <param name="right">The right needed; a lower one than the right to export if the page itself needs only that.</param>
    public static void MapDownload<TExport>(
        this IEndpointRouteBuilder routes,
        string path,
        Func<TExport, Scope, DownloadQuery, CancellationToken, Task<DocumentFile>> export,
        Right right = Right.Export
    )
        where TExport : class =>
        routes
            .MapGet(
                path,
                (HttpContext context, TExport useCase, CancellationToken ct) =>
                    AnswerAsync(
                        context,
                        scope => HandOutAsync(context, () => export(useCase, scope, new DownloadQuery(context.Request), ct), ct)
                    )
            )
            .WithMetadata(new NeedsAttribute(right));

    /// <summary>The same for a paper, and its page to be printed: by one use case, so with the same right, reach and journal.</summary>
    /// <param name="print">The page's address; null: below the paper's own.</param>
    public static void MapPaper<TExport>(
        this IEndpointRouteBuilder routes,
        string path,
        Func<TExport, Scope, DownloadQuery, CancellationToken, Task<ExportedPaper>> export,
        Right right = Right.Export,
        string? print = null
    )
        where TExport : class
    {
        routes.MapDownload<TExport>(path, async (useCase, scope, query, ct) => (await export(useCase, scope, query, ct)).Word(), right);
        routes
            .MapGet(
                print ?? path + "/print",
                (HttpContext context, TExport useCase, CancellationToken ct) =>
                    AnswerAsync(context, scope => PrintAsync(() => export(useCase, scope, new DownloadQuery(context.Request), ct), ct))
            )
            .WithMetadata(new NeedsAttribute(right));
    }

    /// <summary>A page to be printed that is no paper, for the office that is signed in; its question demands the right.</summary>
    /// <param name="ask">The document's parameters.</param>
    public static void MapPrint<TDocument, TQuestion>(
        this IEndpointRouteBuilder routes,
        string path,
        Func<TQuestion, Scope, DownloadQuery, CancellationToken, Task<object>> ask
    )
        where TDocument : IComponent
        where TQuestion : class =>
        routes.MapGet(
            path,
            (HttpContext context, TQuestion question, CancellationToken ct) =>
                AnswerAsync(
                    context,
                    async scope => new RazorComponentResult<TDocument>(
                        await TransientRetry.AskAsync(() => ask(question, scope, new DownloadQuery(context.Request), ct), ct)
                    )
                )
        );

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<Scope, Task<IResult>> answer) =>
        context.User.Scope() is { } scope ? await RefusalResponses.GuardAsync(context, () => answer(scope)) : Results.Challenge();

    private static async Task<IResult> PrintAsync(Func<Task<ExportedPaper>> export, CancellationToken ct) =>
        new RazorComponentResult<PrintedPaper>(new { Exported = await TransientRetry.AskAsync(export, ct) });

    /// <summary>Downloads are not cached by browsers.</summary>
    public static async Task<IResult> HandOutAsync(HttpContext context, Func<Task<DocumentFile>> take, CancellationToken ct)
    {
        var document = await TransientRetry.AskAsync(take, ct);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(document.Bytes, document.ContentType, document.FileName);
    }
}
