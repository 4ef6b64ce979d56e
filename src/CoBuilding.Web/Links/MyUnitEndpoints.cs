using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Replies;
using CoBuilding.Minutes;
using CoBuilding.Resolutions;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace CoBuilding.Web.Links;

/// <summary>
/// All that concerns a unit on one page for a phone without script (<c>/own</c>), for the unit's people who signed in. Viewing records
/// nothing.
/// </summary>
public sealed class MyUnitEndpoints : IPhonePages
{
    private const int MostShown = 30;

    public void Map(RouteGroupBuilder phone) => phone.MapMethods("/own", LinkPages.SafeMethods, ShowAsync);

    /// <summary>What is asked for it.</summary>
    internal sealed record Lists(
        [FromServices] ListMyUnitInvitations Invitations,
        [FromServices] ListMyUnitTopicCalls Calls,
        [FromServices] ListMyUnitTasks Tasks,
        [FromServices] ListMyUnitCountersigns Minutes
    );

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        ClaimsPrincipal user,
        [AsParameters] Lists lists,
        CancellationToken ct
    )
    {
        var scope = user.Scope()!;
        var state = new MyUnitDocument.State(
            (await TransientRetry.AskAsync(() => lists.Invitations.AskAsync(scope, new() { Size = MostShown }, ct), ct)).Rows,
            (await TransientRetry.AskAsync(() => lists.Calls.AskAsync(scope, new() { Size = MostShown }, ct), ct)).Rows,
            (await TransientRetry.AskAsync(() => lists.Tasks.AskAsync(scope, new() { Size = MostShown }, ct), ct)).Rows,
            (await TransientRetry.AskAsync(() => lists.Minutes.AskAsync(scope, new() { Size = MostShown }, ct), ct)).Rows
        );
        return LinkPages.Document<MyUnitDocument>(
            context,
            new
            {
                Now = state,
                Base = context.Request.PathBase.Value,
                Request = new PhoneRequest(LinkPages.CurrentPath(context), IsSignedIn: true, null, [], null),
            }
        );
    }
}
