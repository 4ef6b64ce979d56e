using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

[TextsIn("Importing")]
public enum ImportPhase
{
    Reading,
    Checking,
    Saving,
}
