using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Meetings;

/// <summary>Open matters of one kind with which the agenda of a body's next meeting begins.</summary>
public sealed record OpeningMatters(AgendaOpeningTexts Texts, IReadOnlyList<AgendaOpeningMatter> Matters)
{
    /// <summary>The kinds of which there is a matter, in the agenda's order.</summary>
    internal static async Task<IReadOnlyList<OpeningMatters>> OfAsync(
        PortalDb db,
        IEnumerable<IAgendaOpening> openings,
        IReadOnlyList<Guid> committeeIds,
        CancellationToken ct
    )
    {
        List<OpeningMatters> found = [];
        foreach (var opening in openings.OrderBy(o => o.Position))
            if (await opening.MattersAsync(db, committeeIds, ct) is { Count: > 0 } matters)
                found.Add(new(opening.Texts, matters));
        return found;
    }

    /// <returns>The keys of the lines, in the agenda's order.</returns>
    internal static async Task<IReadOnlyList<string>> LinesAsync(
        PortalDb db,
        IEnumerable<IAgendaOpening> openings,
        IReadOnlyList<Guid> committeeIds,
        CancellationToken ct
    )
    {
        List<string> lines = [];
        foreach (var opening in openings.OrderBy(o => o.Position))
            if (await opening.AnyAsync(db, committeeIds, ct))
                lines.Add(opening.Texts.Line);
        return lines;
    }
}
