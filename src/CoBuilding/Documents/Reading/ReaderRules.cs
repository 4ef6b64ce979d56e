using CoBuilding.Data;

namespace CoBuilding.Documents.Reading;

/// <summary>Why a file was not read that nobody could look into.</summary>
internal static class ReaderRules
{
    public static RuleBroken Busy() => new("Reading.Busy", "File");
    public static RuleBroken TookTooLong(int seconds) => new("Reading.TookTooLong", "File", seconds);
    public static RuleBroken GrewTooLarge() => new("Reading.GrewTooLarge", "File");
    public static RuleBroken Stopped() => new("Reading.Stopped", "File");
    public static RuleBroken Unavailable() => new("Reading.Unavailable", "File");
}
