using CoBuilding.Texts;

namespace CoBuilding.Committees.Nominations;

[TextsIn("Nominations")]
public enum SelectionWay
{
    UnitRecommended,
    HostNominated,
    MembersRecommended,
    SelfRecommended,
    Other,
}
