namespace CoBuilding.Data;

/// <summary>A business rule was violated. <paramref name="key"/> names the rule and its text, e.g. <c>Committees.SeatIsTaken</c>.</summary>
/// <param name="field">The form's field that it concerns, where there is one.</param>
public sealed class RuleBroken(string key, string? field = null, params object?[] args) : Refusal(key)
{
    public string Key { get; } = key;
    public string? Field { get; } = field;
    public IReadOnlyList<object?> Args { get; } = args;
}
