using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>
/// What a person holds or held on bodies, as far as a room knows it. The person's page shows it to all who may see the person.
/// </summary>
public interface IPersonHoldings
{
    /// <summary>Rooms' holdings stand in the order of their positions, which differ.</summary>
    int Position { get; }

    /// <param name="db">With the reach of <c>Right.SeeCommittees</c>.</param>
    /// <param name="people">The records of one person.</param>
    /// <returns>
    /// A limited number, in the order in which they are shown. Also those beyond reach: there the page shows the body's name and the days
    /// alone.
    /// </returns>
    Task<IReadOnlyList<PersonHolding>> OfAsync(PortalDb db, Guid[] people, CancellationToken ct);
}
