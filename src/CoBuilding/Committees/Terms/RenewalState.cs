namespace CoBuilding.Committees.Terms;

public enum RenewalState
{
    Open,
    Convened,
    Cancelled,
}
