namespace CoBuilding.Documents;

public enum LineSide
{
    Left,
    Middle,
    Right,
}
