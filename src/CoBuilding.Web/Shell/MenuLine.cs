using CoBuilding.Access;

namespace CoBuilding.Web.Shell;

/// <summary>A page's line in the menu. A room brings its lines by a class each, with a constructor without parameters.</summary>
/// <param name="Href">The page's address below the district's.</param>
/// <param name="Icon">SVG, as in MudBlazor's <c>Icons</c>.</param>
/// <param name="Right">The page's own: who lacks it does not see the line.</param>
/// <param name="Position">From the top, no other line's; the portal's lines are ten apart.</param>
public abstract record MenuLine(string TextKey, string Href, string Icon, Right Right, int Position);
