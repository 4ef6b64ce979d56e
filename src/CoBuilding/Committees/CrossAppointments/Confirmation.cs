using CoBuilding.Texts;

namespace CoBuilding.Committees.CrossAppointments;

[TextsIn("CrossAppointments")]
public enum Confirmation
{
    Approval,
    Election,
}
