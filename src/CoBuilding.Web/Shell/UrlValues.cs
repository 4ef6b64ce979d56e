using System.Globalization;

namespace CoBuilding.Web.Shell;

/// <summary>Reads query parameters. Unreadable values are ignored, so that a mistyped address shows a page, not an error.</summary>
public static class UrlValues
{
    public static Guid? Id(string? asked) => Guid.TryParse(asked, out var id) ? id : null;

    /// <summary>A day in a plausible range, so that adding days cannot overflow.</summary>
    public static DateOnly? Day(string? asked) =>
        DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and < 2200
            ? day
            : null;

    public static int? Number(string? asked) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool? Flag(string? asked) => bool.TryParse(asked, out var flag) ? flag : null;

    public static T? OneOf<T>(string? asked)
        where T : struct, Enum => Enum.TryParse<T>(asked, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>A day as <see cref="Day"/> reads it.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day is { } known ? Of(known) : null;
}
