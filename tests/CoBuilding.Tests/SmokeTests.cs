namespace CoBuilding.Tests;

public class SmokeTests
{
    [Fact]
    public void Runs() => Assert.True(typeof(SmokeTests).IsClass);
}
