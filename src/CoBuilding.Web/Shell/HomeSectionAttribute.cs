using System.Reflection;
using CoBuilding.Access;

namespace CoBuilding.Web.Shell;

/// <summary>
/// Makes a component a section of the first page, found by this mark. It gets the page as its parameter <c>Owner</c> and asks for itself,
/// since the door checks the right again.
/// </summary>
/// <param name="right">Without it the section is not shown.</param>
/// <param name="position">Sections stand in the order of their positions, which differ.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HomeSectionAttribute(Right right, int position) : Attribute
{
    public Right Right => right;
    public int Position => position;

    public static IReadOnlyList<(Type Component, Right Right, int Position)> All { get; } =
    [
        .. WebContracts
            .Classes.Select(t => (Component: t, Mark: t.GetCustomAttribute<HomeSectionAttribute>()))
            .Where(s => s.Mark is not null)
            .Select(s => (s.Component, s.Mark!.Right, s.Mark.Position))
            .OrderBy(s => s.Position),
    ];
}
