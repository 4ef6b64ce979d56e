using CoBuilding.Texts;

namespace CoBuilding.Committees;

[TextsIn("Committees")]
public enum SeatRole
{
    Convener,
    Deputy,
    Member,
}
