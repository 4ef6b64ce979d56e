using System.Text.RegularExpressions;

namespace CoBuilding.Places;

/// <summary>The format of a district's URL segment.</summary>
public static partial class DistrictSlug
{
    /// <summary>First segments that lead outside the districts.</summary>
    public static readonly IReadOnlyList<string> Reserved = ["health", "districts", "preferences"];

    public static bool IsFit(string slug) => Shape().IsMatch(slug) && !Reserved.Contains(slug);

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{1,39}\z")]
    private static partial Regex Shape();
}
