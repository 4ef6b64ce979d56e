using CoBuilding.Access;
using CoBuilding.Committees.Library;
using CoBuilding.Web.Downloads;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Committees.Library;

public sealed class LibraryDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<DownloadFile>(
            "/library/{id:guid}/file",
            (take, scope, query, ct) => take.AskAsync(scope, Version(query), ct),
            Right.ReadLibrary
        );
        routes.MapPaper<ExportLibraryDocumentPaper>(
            "/library/{id:guid}/paper",
            (export, scope, query, ct) => export.AskAsync(scope, Version(query), ct),
            Right.ReadLibrary,
            print: "/library/{id:guid}/print"
        );
    }

    /// <summary>A version of the document in the path.</summary>
    private static SeeLibraryDocument.Question Version(DownloadQuery query) => new(query.RowId, UrlValues.Number(query.Text("version")));
}
