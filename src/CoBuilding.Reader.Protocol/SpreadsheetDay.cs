namespace CoBuilding.Reader.Protocol;

/// <summary>Converts the serial day number of a spreadsheet.</summary>
public static class SpreadsheetDay
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    /// <returns>Null if the day is before 1954 or after 2118.</returns>
    public static DateOnly? Of(double count) => count is >= 20_000 and < 80_000 ? Epoch.AddDays((int)count) : null;
}
