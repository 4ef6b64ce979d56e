using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Committees.CrossAppointments;

public sealed class CrossAppointmentsDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportPairsWorkbook>(
            "/cross-appointments/export",
            (export, scope, query, ct) => export.AskAsync(scope, Pairs(query), ct)
        );
        routes.MapPaper<ExportPairsPaper>(
            "/cross-appointments/papers/table",
            (export, scope, query, ct) => export.AskAsync(scope, Pairs(query), ct)
        );
    }

    private static ListPairs.Question Pairs(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            PlaceId = query.Id("place"),
            Standing = query.OneOf<UnitStanding>("standing"),
            On = query.Day("on"),
        };
}
