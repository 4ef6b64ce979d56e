namespace CoBuilding.Demo;

/// <summary>
/// One chapter of a street's simulated year that hangs together with no other. Found by its type and made for each street anew, with its
/// <see cref="StreetYear"/>.
/// </summary>
internal interface IDemoChapter
{
    /// <summary>
    /// Chapters are planned in this order, each at a number of its own, and those below <see cref="DemoChapters.Bodies"/> before the
    /// street's bodies: of events at the same moment the one that was planned first happens first.
    /// </summary>
    int Position { get; }

    /// <summary>Whether this street has the chapter.</summary>
    bool IsTold { get; }

    /// <summary>Plans the chapter's events on the street's schedule.</summary>
    void Plan();
}
