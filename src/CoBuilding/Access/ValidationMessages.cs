using System.Globalization;

namespace CoBuilding.Access;

/// <summary>The library's messages, replaced by those in <c>Fields.resx</c>, which avoid technical terms.</summary>
internal sealed class ValidationMessages : FluentValidation.Resources.LanguageManager
{
    public override string GetString(string key, CultureInfo? culture = null) =>
        Texts.Wording.Find("Fields.Message_" + key) ?? base.GetString(key, culture);
}
