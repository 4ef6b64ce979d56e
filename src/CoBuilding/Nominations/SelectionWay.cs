using CoBuilding.Texts;

namespace CoBuilding.Nominations;

[TextsIn("Nominations")]
public enum SelectionWay
{
    UnitRecommended,
    HostNominated,
    MembersRecommended,
    SelfRecommended,
    Other,
}
