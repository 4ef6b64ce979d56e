namespace CoBuilding.Tests.House.Guilty.Units;

internal sealed class LooksRightInALambda
{
    public static async Task<IEnumerable<int>> NumbersAsync()
    {
        await Task.Yield();
        return Enumerable.Range(1, 1).Select(n => n + global::CoBuilding.Tests.House.Guilty.Committees.Thing.Number);
    }
}
