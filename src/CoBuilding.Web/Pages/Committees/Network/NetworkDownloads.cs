using CoBuilding.Committees.Rosters;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Committees.Network;

public sealed class NetworkDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPrint<PrintedPicture, SeePicture>(
            "/places/{id:guid}/picture/print",
            async (see, scope, query, ct) => new { Picture = await see.AskAsync(scope, query.RowId, ct) }
        );
        routes.MapPrint<PrintedNetwork, SeeNetwork>(
            "/network/print",
            async (see, scope, query, ct) => new { Answer = await see.AskAsync(scope, new(query.Id("street"), true), ct) }
        );
    }
}
