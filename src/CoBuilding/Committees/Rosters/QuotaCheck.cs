using CoBuilding.Data;

namespace CoBuilding.Committees.Rosters;

/// <summary>Part-time members now, against the district's range.</summary>
public sealed record QuotaCheck(int Members, int? Min, int? Max)
{
    public QuotaState State => StateOf(Members);

    /// <summary>
    /// The first later day on which a change that is known already takes a number that fits out of the range; null when none does.
    /// </summary>
    public QuotaChange? FirstOutside(IReadOnlyCollection<Span> terms, DateOnly after) =>
        State is not QuotaState.Within
            ? null
            : terms
                .SelectMany(t => t.Until is { } until ? new[] { t.From, until } : [t.From])
                .Where(d => d > after)
                .Distinct()
                .Order()
                .Select(d => new QuotaChange(d, terms.Count(t => t.IsOn(d))))
                .FirstOrDefault(c => StateOf(c.Members) is not QuotaState.Within);

    private QuotaState StateOf(int members) =>
        Min is null || Max is null ? QuotaState.None
        : members < Min ? QuotaState.Below
        : members > Max ? QuotaState.Above
        : QuotaState.Within;
}
