using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>How many terms last on which day.</summary>
internal sealed class MemberCount
{
    private readonly SortedDictionary<DateOnly, int> changes = [];

    public void Add(Span term) => Add(term, 1);

    public void Remove(Span term) => Add(term, -1);

    public int On(DateOnly day) => changes.TakeWhile(c => c.Key <= day).Sum(c => c.Value);

    /// <summary>On the fullest day of a term.</summary>
    public int Most(Span term)
    {
        var (now, most) = (0, 0);
        foreach (var (day, change) in changes)
        {
            if (day > term.From)
                most = Math.Max(most, now);
            if (term.HasEndedBy(day))
                return most;
            now += change;
        }
        return Math.Max(most, now);
    }

    private void Add(Span term, int number)
    {
        changes[term.From] = changes.GetValueOrDefault(term.From) + number;
        if (term.Until is { } until)
            changes[until] = changes.GetValueOrDefault(until) - number;
    }
}
