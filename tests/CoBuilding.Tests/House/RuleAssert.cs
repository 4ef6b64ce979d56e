using CoBuilding.Data;

namespace CoBuilding.Tests.House;

internal static class RuleAssert
{
    /// <summary>The use case is refused by this rule and no other.</summary>
    public static async Task BrokenAsync(string key, Func<Task> useCase) =>
        Assert.Equal(key, (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key);
}
