using CoBuilding.Data;

namespace CoBuilding.Documents;

internal static class SheetRules
{
    public static RuleBroken NotAWorkbook() => new("Importing.NotAWorkbook");

    public static RuleBroken Encrypted() => new("Importing.Encrypted");

    public static RuleBroken HasMacros() => new("Importing.HasMacros");

    public static RuleBroken TooLarge(int megabytes) => new("Importing.TooLarge", null, megabytes);

    public static RuleBroken UnpacksTooLarge(int megabytes) => new("Importing.UnpacksTooLarge", null, megabytes);

    public static RuleBroken TooManyRows(int most) => new("Importing.TooManyRows", null, most);

    public static RuleBroken TooMuchText(int most) => new("Importing.TooMuchText", null, most);

    public static RuleBroken LineTooLong(int most) => new("Importing.LineTooLong", null, most);

    public static RuleBroken TooManyPasted(int most) => new("Importing.TooManyPasted", null, most);

    public static RuleBroken HasErrors(int rows, int first) => new("Importing.HasErrors", null, rows, first);

    public static RuleBroken ChangedMeanwhile() => new("Importing.ChangedMeanwhile");

    public static RuleBroken TooManyColumns(int most) => new("Importing.TooManyColumns", null, most);

    public static RuleBroken NoHeader(string column) => new("Importing.NoHeader", null, column);
}
