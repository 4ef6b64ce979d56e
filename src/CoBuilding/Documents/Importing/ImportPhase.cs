namespace CoBuilding.Documents.Importing;

public enum ImportPhase
{
    Reading,
    Checking,
    Saving,
}
