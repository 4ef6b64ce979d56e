using CoBuilding.Nominations.Renewals;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Nominations.Renewals;

public sealed class TermsDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportRenewalWorkbook>(
            "/renewals/{id:guid}/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        routes.MapPaper<ExportRenewalPaper>(
            "/renewals/{id:guid}/papers/sheet",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
    }
}
