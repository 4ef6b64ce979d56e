using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>Why a unit no longer resides here.</summary>
[TextsIn("Units")]
public enum UnitEndReason
{
    /// <summary>To a place outside the district.</summary>
    MovedOut,
    Dissolved,

    /// <summary>It became part of another unit.</summary>
    Absorbed,
    Other,
}
