using System.Text.RegularExpressions;
using CoBuilding.Data;

namespace CoBuilding.Tests.House;

/// <summary>On which days a row holds and whether it is known is asked through <see cref="Times"/> and not written out.</summary>
public partial class TimesFence
{
    private const string Vocabulary = "CoBuilding/Data/Times.cs";

    /// <summary>How many comparisons a file writes out, and why: there the day or the moment comes from another row of the query.</summary>
    private static readonly Dictionary<string, (int Count, string Reason)> WrittenOut = new()
    {
        ["CoBuilding/Committees/CrossAppointments/ListPairNotices.cs"] = (4, "who was in office when another leg or appointment ended"),
        ["CoBuilding/Committees/Rosters/ExportRosterChangesPaper.cs"] = (
            2,
            "the post on the first and on the last day of each appointment"
        ),
        ["CoBuilding/Committees/Library/SeeLibraryDocument.cs"] = (1, "a column of an answer that lists superseded rows as well"),
        ["CoBuilding/Committees/Rosters/SeeRoster.cs"] = (1, "a seat is not superseded; its end has a recording time of its own"),
        ["CoBuilding/Meetings/Attendance/SeeAttendanceRates.cs"] = (2, "the holder on the day of each meeting, as known at its beginning"),
        ["CoBuilding/Meetings/Invitations.cs"] = (4, "the seats due on the day of each meeting, as known at its beginning"),
        ["CoBuilding/Meetings/Calling/CheckMeeting.cs"] = (2, "the holders on the days of the other meetings"),
    };

    [Fact]
    public void Days_and_moments_are_compared_by_the_vocabulary()
    {
        var found = Repository
            .Files("", "*.cs", "*.razor")
            .Select(f => (File: Path.GetRelativePath(Repository.Source, f), Count: Comparisons(File.ReadAllText(f)).Count()))
            .Where(f => f.Count > 0 && f.File != Vocabulary)
            .ToDictionary(f => f.File, f => f.Count);
        Assert.Equal(
            WrittenOut.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}: {w.Value.Count}"),
            found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}: {f.Value}")
        );
    }

    [Fact]
    public void The_vocabulary_itself_is_seen() =>
        Assert.NotEmpty(Comparisons(File.ReadAllText(Path.Combine(Repository.Source, Vocabulary))));

    [Theory]
    [InlineData("db.Seats.Where(s => s.From <= day && (s.Until == null || s.Until > day))")]
    [InlineData("o.Until == null\n    || o.Until >= x.a.Until")]
    [InlineData("h.Post.Until is null || h.Post.Until > today")]
    [InlineData("public bool IsOn(DateOnly day) => From <= day && (Until is null || Until > day);")]
    [InlineData("public bool IsOn(DateOnly day) => From <= day && !(Until <= day);")]
    [InlineData("db.Appointments.Where(a => a.SupersededAt == null)")]
    [InlineData("rows.Where(r => r.SupersededAt is null)")]
    public void Canary_a_comparison_written_out_is_seen(string code) => Assert.Single(Comparisons(code));

    [Theory]
    [InlineData("db.Seats.Where(s => s.Until == null)")]
    [InlineData("question.Until == null || m.Day <= question.Until")]
    [InlineData("a.Until >= first && a.Until < after")]
    [InlineData("// s.Until == null || s.Until > day")]
    public void Canary_other_questions_are_allowed(string code) => Assert.Empty(Comparisons(code));

    private static IEnumerable<string> Comparisons(string code) =>
        Comparison().Matches(Repository.WithoutComments(code)).Select(m => m.Value);

    [GeneratedRegex(
        @"\bSupersededAt\s+(?:==|is)\s+null\b|\bUntil\s+(?:==|is)\s+null\s*\|\|\s*[\w.!?]*\bUntil\b|!\((?:[\w!?]+\.)*Until\s*<=",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Comparison();
}
