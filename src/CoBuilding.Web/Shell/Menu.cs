namespace CoBuilding.Web.Shell;

/// <summary>The menu: the lines of all rooms, in their order.</summary>
public sealed class Menu(IEnumerable<MenuLine> lines)
{
    public IReadOnlyList<MenuLine> Lines { get; } = [.. lines.OrderBy(l => l.Position).ThenBy(l => l.Href, StringComparer.Ordinal)];
}
