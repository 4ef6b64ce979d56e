using System.Globalization;

namespace CoBuilding.Texts;

/// <summary>Days and times as the reader's language writes them; instants are shown in China's time.</summary>
public static class ChinaDates
{
    /// <summary>2026年11月23日（星期一）, or Monday, 23 November 2026.</summary>
    public static string InFull(this DateOnly day) => day.ToString(Wording.T("Dates.Long"), Culture);

    /// <summary>2026年11月23日, or 23 Nov 2026.</summary>
    public static string InShort(this DateOnly day) => day.ToString(Wording.T("Dates.Short"), Culture);

    /// <summary>2026年11月23日（星期一）上午9:00.</summary>
    public static string InFull(this DateTimeOffset instant) => instant.ToChina().ToString(Wording.T("Dates.LongTime"), Culture);

    /// <summary>11月23日 10:05.</summary>
    public static string Brief(this DateTimeOffset instant) => instant.ToChina().ToString(Wording.T("Dates.Brief"), Culture);

    /// <summary>2026年11月23日 10:05: for dates that may be years ago.</summary>
    public static string Stamp(this DateTimeOffset instant) => instant.ToChina().ToString(Wording.T("Dates.Stamp"), Culture);

    /// <summary>上午9:00.</summary>
    public static string Clock(this DateTimeOffset instant) => instant.ToChina().ToString(Wording.T("Dates.Clock"), Culture);

    /// <summary>2026年11月23日 10:05:09.</summary>
    public static string Exact(this DateTimeOffset instant) => instant.ToChina().ToString(Wording.T("Dates.Exact"), Culture);

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;
}
