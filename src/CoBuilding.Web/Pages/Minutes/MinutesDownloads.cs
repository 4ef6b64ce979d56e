using CoBuilding.Minutes;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Minutes;

public sealed class MinutesDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPaper<ExportMinutesPaper>(
            "/meetings/{id:guid}/papers/minutes",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, query.Id("step"), ct)
        );
    }
}
