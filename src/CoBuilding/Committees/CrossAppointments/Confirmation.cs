namespace CoBuilding.Committees.CrossAppointments;

public enum Confirmation
{
    Approval,
    Election,
}
