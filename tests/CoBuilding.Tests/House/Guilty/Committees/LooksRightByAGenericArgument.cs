namespace CoBuilding.Tests.House.Guilty.Committees;

internal sealed class LooksRightByAGenericArgument
{
    public List<Dictionary<string, Meetings.Thing[]>>? Things { get; set; }
}
