using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Web.Downloads;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Print;

/// <summary>
/// Pages to be printed that are no papers: plain documents, A4, for the office that is signed in. A paper's page is mapped with its
/// download.
/// </summary>
internal static class PrintEndpoints
{
    public static void MapPrint(this WebApplication app)
    {
        app.MapGet(
            "/committees/{id:guid}/attendance/print",
            (HttpContext context, ClaimsPrincipal user, SeeAttendanceRates see, CancellationToken ct) =>
                RatesAsync(context, user, see, isOfUnit: false, ct)
        );
        app.MapGet(
            "/units/{id:guid}/attendance/print",
            (HttpContext context, ClaimsPrincipal user, SeeAttendanceRates see, CancellationToken ct) =>
                RatesAsync(context, user, see, isOfUnit: true, ct)
        );
        app.MapGet("/committees/{id:guid}/groups/print", GroupsAsync);
        app.MapGet("/committees/{id:guid}/compare/print", ComparisonAsync);
        app.MapGet("/places/{id:guid}/picture/print", PictureAsync);
        app.MapGet("/network/print", NetworkAsync);
        // A POST, since each print creates new links for all addressees.
        app.MapPost("/meetings/{id:guid}/notices", NoticesAsync).DemandsToken("/meetings/{id}");
    }

    private static Task<IResult> RatesAsync(
        HttpContext context,
        ClaimsPrincipal user,
        SeeAttendanceRates see,
        bool isOfUnit,
        CancellationToken ct
    ) =>
        RefusalResponses.GuardAsync(
            context,
            async () =>
            {
                var query = new DownloadQuery(context.Request);
                var question = new SeeAttendanceRates.Question
                {
                    CommitteeId = isOfUnit ? null : query.RowId,
                    UnitId = isOfUnit ? query.RowId : null,
                    From = query.Day("from"),
                    Until = query.Day("until"),
                };
                return new RazorComponentResult<PrintedRates>(
                    new { Rates = await TransientRetry.AskAsync(() => see.AskAsync(user.Scope()!, question, ct), ct) }
                );
            }
        );

    private static Task<IResult> GroupsAsync(Guid id, HttpContext context, ClaimsPrincipal user, SeeGroups see, CancellationToken ct) =>
        RefusalResponses.GuardAsync(
            context,
            async () =>
                new RazorComponentResult<PrintedGroups>(
                    new { Answer = await TransientRetry.AskAsync(() => see.AskAsync(user.Scope()!, id, ct), ct) }
                )
        );

    private static Task<IResult> ComparisonAsync(HttpContext context, ClaimsPrincipal user, CompareRosters compare, CancellationToken ct) =>
        RefusalResponses.GuardAsync(
            context,
            async () =>
                new RazorComponentResult<PrintedComparison>(
                    new
                    {
                        Compared = await TransientRetry.AskAsync(
                            () => compare.AskAsync(user.Scope()!, new DownloadQuery(context.Request).Comparison(), ct),
                            ct
                        ),
                    }
                )
        );

    private static Task<IResult> PictureAsync(Guid id, HttpContext context, ClaimsPrincipal user, SeePicture see, CancellationToken ct) =>
        RefusalResponses.GuardAsync(
            context,
            async () =>
                new RazorComponentResult<PrintedPicture>(
                    new { Picture = await TransientRetry.AskAsync(() => see.AskAsync(user.Scope()!, id, ct), ct) }
                )
        );

    private static Task<IResult> NetworkAsync(
        Guid? street,
        HttpContext context,
        ClaimsPrincipal user,
        SeeNetwork see,
        CancellationToken ct
    ) =>
        RefusalResponses.GuardAsync(
            context,
            async () =>
                new RazorComponentResult<PrintedNetwork>(
                    new { Answer = await TransientRetry.AskAsync(() => see.AskAsync(user.Scope()!, new(street, true), ct), ct) }
                )
        );

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
