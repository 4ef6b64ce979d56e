using CoBuilding.Texts;

namespace CoBuilding.Committees.Nominations;

[TextsIn("Nominations")]
public enum Gender
{
    Female,
    Male,
}
