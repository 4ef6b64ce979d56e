namespace CoBuilding.Tests.House.Guilty.Jobs;

internal sealed class Thing
{
    public static int Number => 1;
}
