using CoBuilding.Data;
using CoBuilding.Reader.Protocol;
using CoBuilding.Texts;

namespace CoBuilding.Documents.Files;

internal static class FilesRules
{
    public static RuleBroken Empty() => new("Files.Empty", "File");

    public static RuleBroken TooLarge(int megabytes) => new("Files.TooLarge", "File", megabytes);

    public static RuleBroken KindNotTaken() =>
        new("Files.KindNotTaken", "File", FileKinds.Accepted.Replace(",", " ", StringComparison.Ordinal));

    public static RuleBroken OtherThanItsName(string said, string found) => new("Files.OtherThanItsName", "File", said, found);

    public static RuleBroken IsProgram() => new("Files.IsProgram", "File");

    public static RuleBroken OldOffice() => new("Files.OldOffice", "File");

    public static RuleBroken Encrypted() => new("Files.Encrypted", "File");

    public static RuleBroken HasMacros() => new("Files.HasMacros", "File");

    public static RuleBroken HoldsOtherFiles() => new("Files.HoldsOtherFiles", "File");

    public static RuleBroken Unreadable() => new("Files.Unreadable", "File");

    public static RuleBroken UnpacksTooLarge(int megabytes) => new("Files.UnpacksTooLarge", "File", megabytes);

    public static RuleBroken HoldsForbiddenPart(ForbiddenPart part) => new("Files.HoldsForbiddenPart_" + part, "File");

    public static RuleBroken TooMuchText(int most) => new("Files.TooMuchText", "File", most);

    public static RuleBroken LineTooLong(int most) => new("Files.LineTooLong", "File", most);

    public static RuleBroken TooMuchToRead() => new("Files.TooMuchToRead", "File");

    public static RuleBroken Marked(string mark) => new("Files.Marked", "File", mark);

    public static RuleBroken MarkedOnPage(string mark, int page) => new("Files.MarkedOnPage", "File", mark, page);

    public static RuleBroken Erased(DateTimeOffset at) => new("Files.Erased", null, at.ChinaDate());
}
