using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Web.Downloads;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Pages.Meetings.Messages;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

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
        // A POST, since each print creates new links for all addressees.
        routes.MapPost("/meetings/{id:guid}/notices", NoticesAsync).DemandsToken("/meetings/{id}");
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

    private static Task<IResult> NoticesAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeMeetingHead see,
        MakeLinks make,
        CancellationToken ct
    ) =>
        RefusalResponses.GuardAsync(
            context,
            async () =>
            {
                var scope = user.Scope()!;
                var meeting = await TransientRetry.AskAsync(() => see.AskAsync(scope, id, ct), ct);
                var form = new MakeLinks.Form { MeetingId = id };
                var made = await TransientRetry.AskAsync(() => make.RunAsync(scope, form, ct), ct);
                var address = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/a/";
                return new RazorComponentResult<PrintedNotices>(
                    new
                    {
                        Meeting = meeting,
                        Links = made,
                        Address = address,
                    }
                );
            }
        );
}
