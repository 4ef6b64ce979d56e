using System.Net;
using System.Text;

namespace CoBuilding.Jobs.Carriers;

/// <summary>Calls a robot or a gateway once. It follows no redirect and uses no proxy, so that the address that was looked at is the one that is called.</summary>
internal sealed class WebCaller(Outbound outbound) : IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = Outbound.ConnectTimeout,
        // A connection of its own for each call: on one that was used before, the client would send a second time by itself.
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = async (context, ct) => await outbound.ConnectAsync(
            context.DnsEndPoint.Host, context.DnsEndPoint.Port, context.InitialRequestMessage.RequestUri!.Scheme != Uri.UriSchemeHttps, ct),
    })
    { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestAnswer };

    /// <param name="read">What an answer of status 2xx says.</param>
    public async Task<Delivery> CallAsync(HttpRequestMessage request, Func<string, Delivery> read, CancellationToken ct)
    {
        using (request)
        {
            try
            {
                using var response = await client.SendAsync(request, ct);
                return response.IsSuccessStatusCode ? read(await response.Content.ReadAsStringAsync(ct)) : Said(response.StatusCode);
            }
            catch (HttpRequestException failure) when (failure.InnerException is NotConnected not)
            {
                return not.Delivery;
            }
            catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
            {
                return Delivery.NotNow(Trouble.NotReached);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // The time for connecting was over, that for TLS included.
                return Delivery.NotNow(Trouble.NotReached);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
            {
                return Delivery.Unknown(Trouble.NoAnswer);
            }
        }
    }

    /// <summary>502 and 504 come from a server in between, which does not know what the one behind it did.</summary>
    private static Delivery Said(HttpStatusCode status)
    {
        var code = $"HTTP {(int)status}";
        return status switch
        {
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => Delivery.Unknown(Trouble.UnclearAnswer, code),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => Delivery.NotNow(Trouble.ServerFailed, code),
            _ => Delivery.Never(Trouble.Refused, code),
        };
    }

    /// <summary>At most so many bytes of UTF-8, cut between characters.</summary>
    internal static string Cut(string text, int mostBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= mostBytes) return text;
        var (cut, bytes) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > mostBytes - 3) break;
            cut.Append(rune.ToString());
        }
        return cut.Append('\u2026').ToString();
    }

    public void Dispose() => client.Dispose();
}
