using System.Reflection;

namespace CoBuilding;

/// <summary>
/// The assemblies whose rooms make up the portal, its own first. Whatever is found by its type or its name (use cases, forms' shapes,
/// tables, contributions to contracts, lists, texts, pages) is looked for in these.
/// </summary>
public static class RoomAssemblies
{
    private static readonly Lock Turn = new();
    private static IReadOnlyList<Assembly> given = [typeof(RoomAssemblies).Assembly];
    private static bool isGiven;

    public static IReadOnlyList<Assembly> All
    {
        get
        {
            lock (Turn)
            {
                isGiven = true;
                return given;
            }
        }
    }

    /// <summary>Those beside the portal's own.</summary>
    public static IEnumerable<Assembly> Further => All.Skip(1);

    /// <summary>In the order of their names: what is found by its type stands in the same order at every run.</summary>
    public static IEnumerable<Type> Types => TypesOf(All);

    public static IEnumerable<Type> TypesOf(IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes()).OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>Adds assemblies to the portal's own: once in a process, before anything of the portal is used.</summary>
    /// <exception cref="InvalidOperationException">The list was given or read before. What read it would not know these rooms.</exception>
    public static void Compose(params IReadOnlyList<Assembly> further)
    {
        lock (Turn)
        {
            if (isGiven)
                throw new InvalidOperationException(
                    "The assemblies of rooms are given once, before anything of the portal is used: "
                        + $"{string.Join(", ", further.Select(a => a.GetName().Name))} cannot be added to "
                        + $"{string.Join(", ", given.Select(a => a.GetName().Name))} any more."
                );
            given = [.. given.Union(further)];
            isGiven = true;
        }
    }
}
