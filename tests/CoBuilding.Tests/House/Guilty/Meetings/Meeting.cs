namespace CoBuilding.Tests.House.Guilty.Meetings;

internal sealed class Meeting
{
    public Agendas.Topic? Topic { get; set; }
}
