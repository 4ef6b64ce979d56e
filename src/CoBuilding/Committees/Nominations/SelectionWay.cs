namespace CoBuilding.Committees.Nominations;

public enum SelectionWay
{
    UnitRecommended,
    HostNominated,
    MembersRecommended,
    SelfRecommended,
    Other,
}
