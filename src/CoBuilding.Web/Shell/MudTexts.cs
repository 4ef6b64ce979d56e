using System.Globalization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CoBuilding.Web.Shell;

/// <summary>MudBlazor's texts; keys missing in the resources keep MudBlazor's defaults.</summary>
internal sealed class MudTexts : MudLocalizer
{
    public override LocalizedString this[string key] =>
        Texts.Wording.Find("Mud." + key) is { } text
            ? new LocalizedString(key, text)
            : new LocalizedString(key, key, resourceNotFound: true);

    public override LocalizedString this[string key, params object[] arguments] =>
        Texts.Wording.Find("Mud." + key) is { } text
            ? new LocalizedString(key, string.Format(CultureInfo.CurrentCulture, text, arguments))
            : new LocalizedString(key, key, resourceNotFound: true);
}
