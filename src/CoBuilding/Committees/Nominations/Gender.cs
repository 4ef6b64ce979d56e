namespace CoBuilding.Committees.Nominations;

public enum Gender
{
    Female,
    Male,
}
