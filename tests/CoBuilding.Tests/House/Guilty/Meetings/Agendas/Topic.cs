namespace CoBuilding.Tests.House.Guilty.Meetings.Agendas;

internal sealed class Topic
{
    public Meeting? Meeting { get; set; }
}
