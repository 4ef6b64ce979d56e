using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;

namespace CoBuilding.Web.Downloads;

internal static class Download
{
    /// <summary>
    /// Streams the document that the export makes. Out of reach gives 404, a missing right 403, a question that cannot be answered 422.
    /// </summary>
    /// <param name="right">The right needed; a lower one than the right to export if the page itself needs only that.</param>
    public static void MapDownload<TExport>(
        this WebApplication app,
        string path,
        Func<TExport, Scope, DownloadQuery, CancellationToken, Task<DocumentFile>> export,
        Right right = Right.Export
    )
        where TExport : class =>
        app.MapGet(
                path,
                (HttpContext context, TExport useCase, CancellationToken ct) =>
                    AnswerAsync(context, scope => export(useCase, scope, new DownloadQuery(context.Request), ct), ct)
            )
            .WithMetadata(new NeedsAttribute(right));

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<Scope, Task<DocumentFile>> export, CancellationToken ct)
    {
        if (context.User.Scope() is not { } scope)
            return Results.Challenge();
        return await RefusalResponses.GuardAsync(context, () => HandOutAsync(context, () => export(scope), ct));
    }

    /// <summary>Downloads are not cached by browsers.</summary>
    public static async Task<IResult> HandOutAsync(HttpContext context, Func<Task<DocumentFile>> take, CancellationToken ct)
    {
        var document = await TransientRetry.AskAsync(take, ct);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(document.Bytes, document.ContentType, document.FileName);
    }
}
