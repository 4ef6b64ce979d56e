using CoBuilding.Data;
using CoBuilding.Meetings;

namespace CoBuilding.Resolutions;

/// <summary>Common data of every step.</summary>
/// <param name="On">The day on which it happened.</param>
/// <param name="Now">When it is recorded.</param>
/// <param name="Acting">Who spoke for the unit; null for the host's own steps.</param>
/// <param name="UnitId">Which unit spoke.</param>
/// <param name="ToldBy">Who told the clerk by phone.</param>
public sealed record ResolutionStepDetails(
    DateOnly On,
    DateTimeOffset Now,
    string? Note = null,
    Acting? Acting = null,
    Guid? UnitId = null,
    string? ToldBy = null
)
{
    /// <summary>A step of the host's staff, now.</summary>
    public static ResolutionStepDetails Host(PortalDb db, string? note) => new(db.Today, db.Now, note);
}
