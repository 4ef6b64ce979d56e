using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Resolutions;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace CoBuilding.Web.Links;

/// <summary>All that concerns a unit on one page for a phone without script (<c>/own</c>), for the unit's people who signed in. Looking records nothing.</summary>
internal static class OwnEndpoints
{
    private const int MostShown = 30;

    public static void MapOwn(this WebApplication app) => app.MapMethods("/own", LinkPages.Reading, ShowAsync);

    /// <summary>What is asked for it.</summary>
    internal sealed record Lists(
        [FromServices] ListOwnInvitations Invitations, [FromServices] ListOwnTopicCalls Calls, [FromServices] ListOwnTasks Tasks, [FromServices] ListOwnCountersigns Minutes);

    private static Task<IResult> ShowAsync(HttpContext context, ClaimsPrincipal user, [AsParameters] Lists lists, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, async () =>
        {
            var scope = user.Scope()!;
            var state = new OwnDocument.State(
                (await Edge.AskAsync(() => lists.Invitations.AskAsync(scope, new ListOwnInvitations.Question { Size = MostShown }, ct), ct)).Rows,
                (await Edge.AskAsync(() => lists.Calls.AskAsync(scope, new() { Size = MostShown }, ct), ct)).Rows,
                (await Edge.AskAsync(() => lists.Tasks.AskAsync(scope, new() { Size = MostShown }, ct), ct)).Rows,
                (await Edge.AskAsync(() => lists.Minutes.AskAsync(scope, new() { Size = MostShown }, ct), ct)).Rows);
            return LinkPages.Document<OwnDocument>(context, new { Now = state, Base = context.Request.PathBase.Value });
        });
}
