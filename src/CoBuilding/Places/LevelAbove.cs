using CoBuilding.Data;

namespace CoBuilding.Places;

/// <summary>
/// Approval comes from the level above: the street for a community, the district for a street. Above the district it is a document from
/// outside.
/// </summary>
internal static class LevelAbove
{
    /// <summary>
    /// Whether the actor is responsible for the level above <paramref name="place"/> by the right with which the door was opened.
    /// </summary>
    public static bool IsWithin(PortalDb db, Place place) =>
        db.Reach.Everything || (place.ParentId is { } above && db.Reach.Places.Contains(above));

    /// <summary>Whether the actor is responsible for this place, by the right with which the door was opened.</summary>
    public static bool Answers(PortalDb db, Guid placeId) => db.Reach.Everything || db.Reach.Places.Contains(placeId);
}
