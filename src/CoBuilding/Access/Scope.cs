using System.Globalization;

namespace CoBuilding.Access;

/// <summary>
/// Who acts, in which district, in which language: the first argument of every use case. Its rights are read at the door.
/// </summary>
public sealed record Scope
{
    private Scope(Guid tenant, Actor actor, CultureInfo culture) => (Tenant, Actor, Culture) = (tenant, actor, culture);

    public Guid Tenant { get; }
    public Actor Actor { get; }
    public CultureInfo Culture { get; }

    /// <summary>The same for all requests of one person or link; used for queuing, never for rights.</summary>
    public string Asker =>
        Actor switch
        {
            Actor.SignedIn signedIn => signedIn.Account?.ToString() ?? Convert.ToHexString(signedIn.SessionHash),
            Actor.Link link => Convert.ToHexString(link.TokenHash),
            Actor.Feed feed => Convert.ToHexString(feed.TokenHash),
            _ => $"{Tenant} {Actor}",
        };

    /// <summary>A signed-in person; <paramref name="sessionHash"/> is the hash of the cookie's session secret.</summary>
    /// <param name="account">As stated by the cookie; the door reads it from the session.</param>
    public static Scope ForPerson(Guid tenant, byte[] sessionHash, CultureInfo culture, Guid? account = null) =>
        new(tenant, new Actor.SignedIn(sessionHash, account), culture);

    /// <summary>The bearer of a link; <paramref name="tokenHash"/> is the hash of the token in the URL.</summary>
    public static Scope ForLink(Guid tenant, byte[] tokenHash, CultureInfo culture) => new(tenant, new Actor.Link(tokenHash), culture);

    /// <summary>A calendar program; <paramref name="tokenHash"/> is the hash of the token in the address to which it subscribed.</summary>
    public static Scope ForFeed(Guid tenant, byte[] tokenHash, CultureInfo culture) => new(tenant, new Actor.Feed(tokenHash), culture);

    /// <summary>The scope for signing in.</summary>
    public static Scope ForVisitor(Guid tenant, CultureInfo culture) => new(tenant, new Actor.Visitor(), culture);

    /// <summary>The portal's own timetable.</summary>
    public static Scope ForClock(Guid tenant) => new(tenant, new Actor.Clock(), CultureInfo.GetCultureInfo("zh-CN"));

    /// <summary>The creation of a district, before anybody has an account.</summary>
    public static Scope ForDistrictCreation(Guid tenant) => new(tenant, new Actor.DistrictCreation(), CultureInfo.GetCultureInfo("zh-CN"));
}
