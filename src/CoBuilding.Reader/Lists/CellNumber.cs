using System.Globalization;

namespace CoBuilding.Reader.Lists;

/// <summary>All digits of a cell's number, however the sheet shows it.</summary>
internal static class CellNumber
{
    private const double MostExact = 1e15;

    /// <param name="asWritten">Stands where a number has more digits than are exact.</param>
    public static string Text(double number, string? asWritten = null) => Math.Abs(number) < MostExact
        ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture)
        : asWritten ?? number.ToString(CultureInfo.InvariantCulture);
}
