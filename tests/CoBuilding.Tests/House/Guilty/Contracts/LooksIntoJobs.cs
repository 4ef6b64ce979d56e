namespace CoBuilding.Tests.House.Guilty.Contracts;

internal sealed class LooksIntoJobs
{
    public static int Number() => Jobs.Thing.Number;
}
