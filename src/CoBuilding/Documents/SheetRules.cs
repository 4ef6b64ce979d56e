using CoBuilding.Data;

namespace CoBuilding.Documents;

internal static class SheetRules
{
    public static RuleBroken NotAWorkbook() => new("Imports.NotAWorkbook");
    public static RuleBroken OldWorkbook() => new("Imports.OldWorkbook");
    public static RuleBroken Encrypted() => new("Imports.Encrypted");
    public static RuleBroken HasMacros() => new("Imports.HasMacros");
    public static RuleBroken TooLarge(int megabytes) => new("Imports.TooLarge", null, megabytes);
    public static RuleBroken UnpacksTooLarge(int megabytes) => new("Imports.UnpacksTooLarge", null, megabytes);
    public static RuleBroken TooManyRows(int most) => new("Imports.TooManyRows", null, most);
    public static RuleBroken TooManyColumns(int most) => new("Imports.TooManyColumns", null, most);
    public static RuleBroken NoHeader(string column) => new("Imports.NoHeader", null, column);
}
