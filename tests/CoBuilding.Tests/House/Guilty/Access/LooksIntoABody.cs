namespace CoBuilding.Tests.House.Guilty.Access;

internal sealed class LooksIntoABody
{
    public static int Number() => Meetings.Thing.Number;
}
