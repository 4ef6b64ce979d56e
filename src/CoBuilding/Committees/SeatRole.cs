namespace CoBuilding.Committees;

public enum SeatRole
{
    Convener,
    Deputy,
    Member,
}
