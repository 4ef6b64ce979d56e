using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>
/// The standard kind of a resident unit, on which rules depend; the district's own name is in <see cref="DistrictUnitKind"/>.
/// </summary>
[TextsIn("Units")]
public enum UnitKind
{
    Government,
    PublicInstitution,
    StateEnterprise,
    PrivateEnterprise,
    SocialOrganization,
    School,
    Hospital,
    Bank,
    Police,
    FireAndEmergency,
    Military,
    VerticalAgency,
    PropertyCompany,
    ParkOrBuilding,
    VillageCollective,
    Other,
}
