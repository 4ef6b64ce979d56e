using System.Net;
using System.Text;

namespace CoBuilding.Jobs.Channels;

/// <summary>
/// Calls a robot or a gateway once. It follows no redirect and uses no proxy, so that the checked address is the one that is called.
/// </summary>
internal sealed class GatewayHttpClient(Outbound outbound) : IDisposable
{
    /// <summary>In bytes. Longer responses are treated as unclear.</summary>
    private const int LongestAnswer = 4 * 1024;

    private readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = Outbound.ConnectTimeout,
            MaxResponseHeadersLength = 16,
            // The rest of a response is not drained, since the connection is not reused.
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
            // A new connection for each call, since on a reused one the client might retry automatically.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = async (context, ct) =>
                await outbound.ConnectAsync(
                    context.DnsEndPoint.Host,
                    context.DnsEndPoint.Port,
                    context.InitialRequestMessage.RequestUri!.Scheme != Uri.UriSchemeHttps,
                    ct
                ),
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="read">
    /// Evaluates a 2xx response; null if the status is sufficient. The result is shown to users: it must not contain parts of the response.
    /// </param>
    public async Task<Delivery> CallAsync(HttpRequestMessage request, Func<string, string, Delivery>? read, CancellationToken ct)
    {
        using (request)
        {
            try
            {
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
                var status = $"HTTP {(int)response.StatusCode}";
                if (!response.IsSuccessStatusCode)
                    return Said(response.StatusCode, status);
                if (read is null)
                    return Delivery.Accepted;
                return await ReadAsync(response.Content, ct) is { } answer
                    ? read(status, answer)
                    : Delivery.Unknown(DeliveryFailure.UnclearAnswer, status);
            }
            catch (HttpRequestException failure) when (failure.InnerException is NotConnected not)
            {
                return not.Delivery;
            }
            catch (HttpRequestException failure)
                when (failure.HttpRequestError
                        is HttpRequestError.ConnectionError
                            or HttpRequestError.NameResolutionError
                            or HttpRequestError.SecureConnectionError
                )
            {
                return Delivery.Retry(DeliveryFailure.NotReached);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // The connection timeout, including TLS, was exceeded.
                return Delivery.Retry(DeliveryFailure.NotReached);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
            {
                return Delivery.Unknown(DeliveryFailure.NoAnswer);
            }
        }
    }

    /// <returns>Null: it is too long.</returns>
    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        var bytes = new byte[LongestAnswer + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return length <= LongestAnswer ? Encoding.UTF8.GetString(bytes, 0, length).Trim('\uFEFF') : null;
    }

    /// <summary>502 and 504 come from an intermediate server, which does not know whether the target processed the request.</summary>
    private static Delivery Said(HttpStatusCode status, string code) =>
        status switch
        {
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => Delivery.Unknown(DeliveryFailure.UnclearAnswer, code),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => Delivery.Retry(
                DeliveryFailure.ServerFailed,
                code
            ),
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => Delivery.Rejected(DeliveryFailure.Redirected, code),
            _ => Delivery.Rejected(DeliveryFailure.Refused, code),
        };

    /// <summary>At most so many bytes of UTF-8, cut between characters.</summary>
    internal static string Cut(string text, int mostBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= mostBytes)
            return text;
        var (cut, bytes) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > mostBytes - 3)
                break;
            cut.Append(rune.ToString());
        }
        return cut.Append('\u2026').ToString();
    }

    public void Dispose() => client.Dispose();
}
