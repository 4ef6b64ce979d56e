namespace CoBuilding.Web.Links;

/// <summary>What a room shows on a phone without script: its kinds of link with their pages, and what belongs to them.</summary>
public interface IPhonePages
{
    /// <summary>Maps them, kinds of link by <see cref="PhonePages.MapPhonePage"/>.</summary>
    /// <param name="phone">Answers every refusal with its page.</param>
    void Map(RouteGroupBuilder phone);
}
