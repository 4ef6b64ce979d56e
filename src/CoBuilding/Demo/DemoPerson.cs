namespace CoBuilding.Demo;

/// <summary>An invented person; the number begins with 100, as no Chinese mobile does.</summary>
internal sealed record DemoPerson(string Name, string Title, string? Mobile)
{
    /// <param name="isNamed">False for a military unit's people: they are called by their posts and give no number.</param>
    public static DemoPerson Draw(SeededRandom random, string title, bool isNamed = true)
    {
        var name = DemoWords.Person(random);
        return isNamed ? new(name, title, $"100{random.Below(100_000_000):D8}") : new(title, title, null);
    }
}
