namespace CoBuilding.Web.Shell;

/// <summary>Entries chosen in pickers, offered first the next time. Kept as long as the circuit.</summary>
public sealed class RecentPicks
{
    private const int Most = 5;
    private readonly Dictionary<string, List<Guid>> picks = [];

    /// <param name="of">What is picked: units, people.</param>
    public IReadOnlyList<Guid> Of(string of) => picks.TryGetValue(of, out var ids) ? [.. ids] : [];

    public void Remember(string of, Guid? id)
    {
        if (id is not { } picked)
            return;
        if (!picks.TryGetValue(of, out var ids))
            picks[of] = ids = [];
        ids.Remove(picked);
        ids.Insert(0, picked);
        if (ids.Count > Most)
            ids.RemoveAt(Most);
    }
}
