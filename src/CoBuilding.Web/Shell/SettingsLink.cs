using CoBuilding.Access;

namespace CoBuilding.Web.Shell;

/// <summary>A page of settings to which the settings' page leads; brought as a <see cref="SettingsSection"/> is.</summary>
/// <param name="Href">The page's address below the district's.</param>
/// <param name="Right">The page's own: who lacks it does not see the link.</param>
/// <param name="Position">From the left, no other link's; the portal's links are ten apart.</param>
public abstract record SettingsLink(string TextKey, string Href, Right Right, int Position);
