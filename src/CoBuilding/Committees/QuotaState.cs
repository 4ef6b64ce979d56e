namespace CoBuilding.Committees;

public enum QuotaState
{
    None,
    Below,
    Within,
    Above,
}
