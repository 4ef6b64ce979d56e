namespace CoBuilding.Meetings.Resolutions;

/// <summary>Whose response is awaited.</summary>
public enum ResolutionWait
{
    Lead,
    Host,
    LevelAbove,
    None,
}
