using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Meetings;

public sealed class MeetingsDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportMeetingsWorkbook>(
            "/meetings/export",
            (export, scope, query, ct) => export.AskAsync(scope, Meetings(query), ct)
        );
        routes.MapDownload<ExportRepliesWorkbook>(
            "/meetings/{id:guid}/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        routes.MapPaper<ExportNoticePaper>(
            "/meetings/{id:guid}/papers/notice",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        routes.MapPaper<ExportAgendaPaper>(
            "/meetings/{id:guid}/papers/agenda",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
    }

    private static ListMeetings.Question Meetings(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            KindId = query.Id("kind"),
            State = query.OneOf<MeetingState>("state"),
            PlaceId = query.Id("place"),
            CommitteeId = query.Id("committee"),
            From = query.Day("from"),
            Until = query.Day("until"),
        };
}
