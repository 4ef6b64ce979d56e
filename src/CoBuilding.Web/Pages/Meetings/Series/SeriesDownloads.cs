using CoBuilding.Meetings.Series;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Meetings.Series;

public sealed class SeriesDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportSeriesWorkbook>(
            "/meetings/series/export",
            (export, scope, query, ct) => export.AskAsync(scope, Series(query), ct)
        );
    }

    private static ListSeries.Question Series(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            Cadence = query.OneOf<Cadence>("cadence"),
            PlaceId = query.Id("place"),
            CommitteeId = query.Id("committee"),
            WithStopped = query.Flag("stopped"),
        };
}
