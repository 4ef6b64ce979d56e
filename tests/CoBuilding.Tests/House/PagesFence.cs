using System.Text.RegularExpressions;

namespace CoBuilding.Tests.House;

/// <summary>
/// A page holds state and wording, no rules: days are proposed and compared by the portal, and a list says who may import it.
/// </summary>
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

    [Fact]
    public void The_page_of_a_list_needs_the_right_of_that_list()
    {
        var pages = Repository.Files("CoBuilding.Web/Pages", "*.razor").Select(File.ReadAllText).SelectMany(ListsOf).ToList();
        Assert.True(pages.Count > 3);
        Assert.Empty(pages.Except(Portal.ImportableLists.Select(l => (l.GetType().Name, l.Right.ToString()))));
    }

    [Fact]
    public void Canary_the_right_of_a_page_with_a_list_is_seen() =>
        Assert.Equal(
            [("ImportableUnits", "Export")],
            ListsOf("@attribute [Needs(Right.Export)]\n<ImportSteps Owner=\"this\" List=\"new ImportableUnits()\" />")
        );

    private static IEnumerable<(string List, string Right)> ListsOf(string page) =>
        ImportSteps().Matches(page).Select(m => (m.Groups[1].Value, Needs().Match(page).Groups[1].Value));

    /// <summary>Only the last day is shown by the page: rows say the first day without.</summary>
    private static IEnumerable<string> Reckoning(string source) =>
        Reckoned().Matches(Repository.WithoutComments(source)).Select(m => m.Value).Where(m => m != ".AddDays(-1)");

    [GeneratedRegex(@"\.Add(?:Days|Months|Years)\([^)]*\)")]
    private static partial Regex Reckoned();

    [GeneratedRegex(@"<ImportSteps [^>]*\bList=""new (\w+)")]
    private static partial Regex ImportSteps();

    [GeneratedRegex(@"\[Needs\(Right\.(\w+)\)\]")]
    private static partial Regex Needs();
}
