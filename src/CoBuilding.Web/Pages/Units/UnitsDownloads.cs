using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Units;

public sealed class UnitsDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportUnitsWorkbook>("/units/export", (export, scope, query, ct) => export.AskAsync(scope, Units(query), ct));
        routes.MapDownload<ExportPeopleWorkbook>(
            "/units/people/export",
            (export, scope, query, ct) => export.AskAsync(scope, new() { PlaceId = query.Id("place"), WithEnded = query.Flag("ended") }, ct)
        );
        routes.MapPaper<ExportUnitsPaper>("/units/papers/ledger", (export, scope, query, ct) => export.AskAsync(scope, Units(query), ct));
        routes.MapPaper<ExportAddressBookPaper>(
            "/units/papers/address-book",
            (export, scope, query, ct) => export.AskAsync(scope, Units(query), ct)
        );
    }

    private static ListUnits.Question Units(DownloadQuery query) =>
        UnitsUrl.Question(
            query.Text("q"),
            query.Text("kind"),
            query.Text("place"),
            query.Text("noliaison"),
            query.Text("ended"),
            query.Text("order")
        );
}
