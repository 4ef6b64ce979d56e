using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>The unit's own Party organization; a unit without one is represented by its head.</summary>
[TextsIn("Units")]
public enum PartyOrganizationKind
{
    None,
    Branch,
    GeneralBranch,
    Committee,
    LeadingGroup,
}
