using System.Globalization;

namespace CoBuilding.Texts;

/// <summary>Runs a function in the language of a scope.</summary>
public static class CultureScope
{
    public static T In<T>(CultureInfo culture, Func<T> compose)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return compose();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
