namespace CoBuilding.Tests.House.Guilty.Meetings;

internal sealed class Thing
{
    public static int Number => 1;
}
