namespace CoBuilding.Contracts;

/// <summary>The order of what rooms contribute where nobody sees it: the same at every run.</summary>
public static class ContributorOrder
{
    public static IEnumerable<T> ByTypeName<T>(this IEnumerable<T> contributors)
        where T : class => contributors.OrderBy(c => c.GetType().FullName, StringComparer.Ordinal);
}
