namespace CoBuilding.Tests.House.Guilty.Dashboards;

internal sealed class LooksLeft
{
    public Units.Thing? Unit { get; set; }
    public int Number => Meetings.Thing.Number;
}
