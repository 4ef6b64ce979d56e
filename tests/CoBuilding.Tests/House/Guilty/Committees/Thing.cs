namespace CoBuilding.Tests.House.Guilty.Committees;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class Thing : Attribute
{
    public static int Number => 1;
}
