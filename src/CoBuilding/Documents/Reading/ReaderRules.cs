using CoBuilding.Data;

namespace CoBuilding.Documents.Reading;

/// <summary>Rules for files that could not be read.</summary>
internal static class ReaderRules
{
    public static RuleBroken Busy() => new("Reader.Busy", "File");

    public static RuleBroken TookTooLong(int seconds) => new("Reader.TookTooLong", "File", seconds);

    public static RuleBroken GrewTooLarge() => new("Reader.GrewTooLarge", "File");

    public static RuleBroken Stopped() => new("Reader.Stopped", "File");

    public static RuleBroken Unavailable() => new("Reader.Unavailable", "File");
}
