using CoBuilding.Access;

namespace CoBuilding.Web.Shell;

/// <summary>A section of the settings' page. A room brings its sections by a class each, with a constructor without parameters.</summary>
/// <param name="Component">Its one parameter is <see cref="Owner"/>, the page.</param>
/// <param name="Right">Who lacks it does not see the section.</param>
/// <param name="Position">From the top, no other section's; the portal's sections are ten apart.</param>
public abstract record SettingsSection(Type Component, Right Right, int Position)
{
    public const string Owner = "Owner";
}
