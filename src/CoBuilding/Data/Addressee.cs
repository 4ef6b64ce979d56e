using CoBuilding.Texts;

namespace CoBuilding.Data;

[TextsIn("Access")]
public enum Addressee
{
    Holder,
    LiaisonOfficer,
}
