using CoBuilding.Access;

namespace CoBuilding.Web.Links;

/// <summary>A kind of link and its page.</summary>
/// <param name="ByLink">The page's address for a link's bearer, with its <c>token</c>.</param>
/// <param name="Own">The same for a unit's people who signed in, with the row's <c>id</c>.</param>
/// <param name="Right">The right that the link carries.</param>
/// <param name="Reason">Why a link's bearer need not sign in.</param>
public sealed record PhoneKind(string ByLink, string Own, Right Right, string Reason)
{
    /// <summary>Of what a form sends; null: the server's usual limit.</summary>
    public long? MostBytes { get; init; }
}
