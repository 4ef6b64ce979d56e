using CoBuilding.Data;

namespace CoBuilding.Tests.House;

internal static class RuleAssert
{
    /// <summary>The use case is refused by this rule and no other.</summary>
    public static async Task BrokenAsync(string key, Func<Task> useCase) => Assert.Equal(key, await KeyOfAsync(useCase));

    public static Task BrokenAsync(string key, Task useCase) => BrokenAsync(key, () => useCase);

    /// <summary>The rule by which the use case is refused.</summary>
    public static async Task<string> KeyOfAsync(Func<Task> useCase) => (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key;

    /// <summary>The same, and the form's field at which it is said.</summary>
    public static async Task<(string Key, string? Field)> KeyAndFieldOfAsync(Func<Task> useCase)
    {
        var broken = await Assert.ThrowsAsync<RuleBroken>(useCase);
        return (broken.Key, broken.Field);
    }
}
