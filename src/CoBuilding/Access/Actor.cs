namespace CoBuilding.Access;

public abstract record Actor
{
    public sealed record SignedIn(byte[] SessionHash, Guid? Account = null) : Actor;

    public sealed record Link(byte[] TokenHash) : Actor;

    public sealed record Feed(byte[] TokenHash) : Actor;

    public sealed record Visitor : Actor;

    public sealed record Clock : Actor;

    public sealed record DistrictCreation : Actor;
}
