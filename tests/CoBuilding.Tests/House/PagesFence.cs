using System.Text.RegularExpressions;

namespace CoBuilding.Tests.House;

/// <summary>A page holds state and wording, no rules: days are proposed and compared by the portal.</summary>
public partial class PagesFence
{
    [Fact]
    public void No_page_reckons_days() =>
        Assert.Empty(
            Repository
                .Files("CoBuilding.Web/Pages", "*.cs", "*.razor")
                .SelectMany(f => Reckoning(File.ReadAllText(f)).Select(r => $"{Path.GetRelativePath(Repository.Source, f)}: {r}"))
        );

    [Fact]
    public void Canary_a_page_that_reckons_days_is_seen()
    {
        Assert.Equal([".AddMonths(6)"], Reckoning("@if (ends <= Today.AddMonths(6)) { }"));
        Assert.Equal([".AddYears(years)", ".AddDays(-7)"], Reckoning("form.On?.AddYears(years); day.AddDays(-7); // day.AddDays(2)"));
        Assert.Empty(Reckoning("until.AddDays(-1).InShort()"));
    }

    /// <summary>Only the last day is shown by the page: rows say the first day without.</summary>
    private static IEnumerable<string> Reckoning(string source) =>
        Reckoned().Matches(Repository.WithoutComments(source)).Select(m => m.Value).Where(m => m != ".AddDays(-1)");

    [GeneratedRegex(@"\.Add(?:Days|Months|Years)\([^)]*\)")]
    private static partial Regex Reckoned();
}
