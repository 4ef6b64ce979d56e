using CoBuilding.Access;

namespace CoBuilding.Web.Links;

/// <summary>The key of a link in memory, without its token.</summary>
internal sealed record LinkKey(Guid District, string TokenHash)
{
    public static LinkKey Of(Guid district, string token) => new(district, Convert.ToHexString(Secrets.Hash(token)));
}
