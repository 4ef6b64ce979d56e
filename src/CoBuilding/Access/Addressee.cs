using CoBuilding.Texts;

namespace CoBuilding.Access;

[TextsIn("Access")]
public enum Addressee
{
    Holder,
    LiaisonOfficer,
}
