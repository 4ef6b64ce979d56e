using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;

namespace CoBuilding.Web.Downloads;

internal static class Download
{
    /// <summary>Streams the document that the export makes. What is not within reach is a 404, a right not held a 403, a question that cannot be answered a 422.</summary>
    /// <param name="right">Whoever may read the page on which it stands may take what it shows, where that is less than the right to export.</param>
    public static void MapDownload<TExport>(
        this WebApplication app, string path, Func<TExport, Scope, DownloadQuery, CancellationToken, Task<DocumentFile>> export, Right right = Right.Export) where TExport : class =>
        app.MapGet(path, (HttpContext context, TExport useCase, CancellationToken ct) =>
                AnswerAsync(context, scope => export(useCase, scope, new DownloadQuery(context.Request), ct), ct))
            .WithMetadata(new NeedsAttribute(right));

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<Scope, Task<DocumentFile>> export, CancellationToken ct)
    {
        if (context.User.Scope() is not { } scope) return Results.Challenge();
        return await RefusalResponses.GuardAsync(context, () => HandOutAsync(context, () => export(scope), ct));
    }

    /// <summary>What is handed out is kept by no browser.</summary>
    public static async Task<IResult> HandOutAsync(HttpContext context, Func<Task<DocumentFile>> take, CancellationToken ct)
    {
        var document = await TransientRetry.AskAsync(take, ct);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(document.Bytes, document.ContentType, document.FileName);
    }
}
