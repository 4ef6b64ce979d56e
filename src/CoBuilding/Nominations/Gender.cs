using CoBuilding.Texts;

namespace CoBuilding.Nominations;

[TextsIn("Nominations")]
public enum Gender
{
    Female,
    Male,
}
