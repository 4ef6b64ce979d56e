namespace CoBuilding.Tests.House.Guilty.Units;

internal sealed class Thing;
