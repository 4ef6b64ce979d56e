namespace CoBuilding.Reader.Protocol;

/// <summary>A spreadsheet's own count of days.</summary>
public static class SpreadsheetDay
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    /// <returns>Null for what cannot be a day in somebody's office: before 1954 or after 2118.</returns>
    public static DateOnly? Of(double count) => count is >= 20_000 and < 80_000 ? Epoch.AddDays((int)count) : null;
}
