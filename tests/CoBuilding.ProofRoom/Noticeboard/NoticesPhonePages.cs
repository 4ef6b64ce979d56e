using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Web.Links;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>A unit's notices on a page of their own (<c>/own/notices</c>), for its people who signed in.</summary>
public sealed class NoticesPhonePages : IPhonePages
{
    public void Map(RouteGroupBuilder phone) => phone.MapMethods("/own/notices", LinkPages.SafeMethods, ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        ClaimsPrincipal user,
        [FromServices] ListMyUnitNotices list,
        CancellationToken ct
    )
    {
        var page = await list.AskAsync(user.Scope()!, new(), ct);
        return LinkPages.Document<NoticesDocument>(context, new { page.Rows });
    }
}
