using CoBuilding.Access;
using CoBuilding.Web.SignIn;

namespace CoBuilding.Web.Links;

/// <summary>Who opens a phone page: the bearer of a link, or one of a unit's people who signed in.</summary>
/// <param name="Id">The row in the address, for who signed in; null: the link's own.</param>
public sealed record PhoneVisitor(Scope Scope, Guid? Id)
{
    /// <summary>Endpoints take it as a parameter.</summary>
    public static ValueTask<PhoneVisitor?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<PhoneVisitor?>(
            context.Request.RouteValues["token"] is string token
                ? new(LinkPages.ForLink(context, token), null)
                : new(context.User.Scope()!, Guid.Parse((string)context.Request.RouteValues["id"]!))
        );
}
