using System.Globalization;

namespace CoBuilding.Reader.Lists;

/// <summary>The number of a cell with all digits, regardless of its display format.</summary>
internal static class CellNumber
{
    private const double MostExact = 1e15;

    /// <param name="asWritten">Used if the number has more digits than are exact.</param>
    public static string Text(double number, string? asWritten = null) =>
        Math.Abs(number) < MostExact
            ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture)
            : asWritten ?? number.ToString(CultureInfo.InvariantCulture);
}
