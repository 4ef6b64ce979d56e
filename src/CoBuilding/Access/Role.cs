using CoBuilding.Texts;

namespace CoBuilding.Access;

/// <summary>A bundle of rights, granted for a place with its subtree or for one resident unit.</summary>
[TextsIn("Access")]
public enum Role
{
    DistrictAdmin,
    Overseer,
    Auditor,
    StreetClerk,
    CommunityClerk,
    LiaisonOfficer,
    UnitSecretary,
}
