using System.Security.Claims;
using CoBuilding.Access;
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

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        ClaimsPrincipal user,
        [FromServices] IEnumerable<IMyUnitPart> parts,
        CancellationToken ct
    )
    {
        var scope = user.Scope()!;
        List<MyUnitDocument.Answered> answered = [];
        foreach (var part in parts.OrderBy(p => p.Position))
            answered.Add(new(part, await TransientRetry.AskAsync(() => part.AskAsync(scope, MostShown, ct), ct)));
        return LinkPages.Document<MyUnitDocument>(
            context,
            new
            {
                Parts = answered,
                Base = context.Request.PathBase.Value,
                Request = new PhoneRequest(LinkPages.CurrentPath(context), IsSignedIn: true, null, [], null),
            }
        );
    }
}
