namespace CoBuilding.Tests.House.Guilty.Units;

[Committees.Thing]
internal sealed class LooksRightByAnAttribute;
