using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>
/// What the agenda of a new meeting begins with where its hosts have matters of this kind open. Matters are read within the reach of the
/// use case that asks.
/// </summary>
public interface IAgendaOpening
{
    /// <summary>The lowest comes first on the agenda; each kind has its own.</summary>
    int Position { get; }
    AgendaOpeningTexts Texts { get; }

    /// <summary>The address of the page that lists the committee's matters, below the district's.</summary>
    string ListHref(Guid committeeId);

    /// <summary>Whether one of the committees has such a matter open.</summary>
    Task<bool> AnyAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct);

    /// <returns>In the order in which they are shown.</returns>
    Task<IReadOnlyList<AgendaOpeningMatter>> MattersAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct);
}
