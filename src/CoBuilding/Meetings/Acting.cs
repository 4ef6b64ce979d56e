namespace CoBuilding.Meetings;

/// <summary>The person who replies, the function, and for whom.</summary>
/// <param name="Actor">Null for a reply recorded by phone, or an account without a person.</param>
/// <param name="Principal">The seat's holder on the meeting's day.</param>
public sealed record Acting(ReplySource Source, string? Actor, string? Principal)
{
    /// <summary>A person replies for another person, and both are known.</summary>
    public bool IsForAnother => Actor is not null && Principal is not null && Actor != Principal;
}
