namespace CoBuilding.Access;

public enum Addressee
{
    Holder,
    LiaisonOfficer,
}
