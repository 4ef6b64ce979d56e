using CoBuilding.Committees.Rosters;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Committees.Groups;

public sealed class GroupsDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPrint<PrintedGroups, SeeGroups>(
            "/committees/{id:guid}/groups/print",
            async (see, scope, query, ct) => new { Answer = await see.AskAsync(scope, query.RowId, ct) }
        );
    }
}
