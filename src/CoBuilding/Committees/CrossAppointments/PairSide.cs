namespace CoBuilding.Committees.CrossAppointments;

public enum PairSide
{
    Host,
    Unit,
}
