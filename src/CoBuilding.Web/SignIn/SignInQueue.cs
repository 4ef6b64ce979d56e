using System.Threading.RateLimiting;
using CoBuilding.Access;

namespace CoBuilding.Web.SignIn;

/// <summary>
/// On this node, attempts on one name wait here, one at a time and ten at most, before they use a connection and two hashes, so that
/// parallel guessing gains nothing and costs others little. A device that signed in before does not wait behind unknown ones.
/// </summary>
internal sealed class SignInQueue : IDisposable
{
    private const int MostWaiting = 10;

    private readonly PartitionedRateLimiter<Place> limiter = PartitionedRateLimiter.Create<Place, Place>(place =>
        RateLimitPartition.GetConcurrencyLimiter(place, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = MostWaiting })
    );

    /// <summary>Not acquired when too many wait for the name already.</summary>
    public ValueTask<RateLimitLease> WaitAsync(Guid district, Access.SignIn.Form form, CancellationToken ct) =>
        limiter.AcquireAsync(new Place(district, KeyOf(form.Login), form.KnownTo), cancellationToken: ct);

    public void Dispose() => limiter.Dispose();

    /// <summary>A name too long for a login is refused before any query, so it needs no turn.</summary>
    private static string KeyOf(string login) => login.Length > Account.LongestLogin ? "" : Account.Normalize(login);

    private sealed record Place(Guid District, string Login, Guid? KnownTo);
}
