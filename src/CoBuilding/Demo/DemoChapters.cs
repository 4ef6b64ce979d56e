namespace CoBuilding.Demo;

/// <summary>The chapters of a street's year, found by their type in whichever assembly of rooms.</summary>
internal static class DemoChapters
{
    /// <summary>The position of the street's bodies with their seats and meetings, which <see cref="StreetStory"/> plans itself.</summary>
    public const int Bodies = 100;

    /// <summary>In the order in which they are planned.</summary>
    public static IReadOnlyList<IDemoChapter> Of(StreetYear year) =>
        [
            .. RoomAssemblies
                .Types.Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IDemoChapter)))
                .Select(t => (IDemoChapter)Activator.CreateInstance(t, year)!)
                .OrderBy(c => c.Position),
        ];
}
