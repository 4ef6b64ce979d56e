namespace CoBuilding.Documents;

internal enum LineSide
{
    Left,
    Middle,
    Right,
}
