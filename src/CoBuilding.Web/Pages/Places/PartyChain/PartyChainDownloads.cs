using CoBuilding.Places.PartyChain.Importing;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Places.PartyChain;

public sealed class PartyChainDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportPartyChainWorkbook>(
            "/places/{id:guid}/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, query.Day("on"), ct)
        );
    }
}
