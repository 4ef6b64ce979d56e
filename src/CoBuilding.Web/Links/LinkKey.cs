using CoBuilding.Access;

namespace CoBuilding.Web.Links;

/// <summary>A link as memory keeps it: without the token that opens it.</summary>
internal sealed record LinkKey(Guid District, string TokenHash)
{
    public static LinkKey Of(Guid district, string token) => new(district, Convert.ToHexString(Secrets.Hash(token)));
}
