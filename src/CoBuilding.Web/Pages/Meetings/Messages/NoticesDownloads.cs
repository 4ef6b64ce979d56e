using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Web.Downloads;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Pages.Meetings.Messages;

public sealed class NoticesDownloads : IDownloads
{
    /// <summary>A POST, since each print creates new links for all addressees.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/meetings/{id:guid}/notices", NoticesAsync).DemandsToken("/meetings/{id}");

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
