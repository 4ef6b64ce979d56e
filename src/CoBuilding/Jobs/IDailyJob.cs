using CoBuilding.Access;

namespace CoBuilding.Jobs;

/// <summary>
/// A use case that the portal runs once a day in every district, as <see cref="Scope.ForClock"/>. Found by its type, in whichever room. It
/// can be repeated, and a call does a limited part of the work.
/// </summary>
public interface IDailyJob
{
    /// <param name="operationId">The same for this part on this day, so that only one of several nodes does it.</param>
    /// <returns>Whether there may be more to do.</returns>
    Task<bool> RunAsync(Scope scope, Guid operationId, CancellationToken ct);
}
