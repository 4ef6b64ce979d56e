using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CoBuilding.Jobs.Channels;

/// <summary>
/// A robot in a WeCom or DingTalk group. Both take the same text message and answer with an <c>errcode </c>; DingTalk's calls may be
/// signed.
/// </summary>
internal sealed class RobotChannelClient(GatewayHttpClient caller, TimeProvider clock)
{
    /// <summary>The limit of WeCom, which both accept.</summary>
    private const int MostBytes = 2048;

    /// <summary>Busy, or too many calls within a minute.</summary>
    private static readonly int[] Later = [-1, 45009, 130101, 410100];

    /// <summary>
    /// Other documented codes. Undocumented numbers are not shown, since another kind of server could return internal data.
    /// </summary>
    private static readonly int[] Known =
    [
        40008,
        40035,
        40058,
        43004,
        44004,
        45002,
        93000,
        93004,
        93008,
        300001,
        300005,
        310000,
        400013,
        400101,
        400102,
        400105,
        430101,
        430102,
        430103,
        430104,
    ];

    public Task<Delivery> SendAsync(Channel channel, RenderedMessage rendered, CancellationToken ct) =>
        caller.CallAsync(
            new HttpRequestMessage(HttpMethod.Post, AddressOf(channel))
            {
                // With Content-Length, since not every server accepts chunked bodies.
                Content = new ByteArrayContent(
                    JsonSerializer.SerializeToUtf8Bytes(
                        new { msgtype = "text", text = new { content = GatewayHttpClient.Cut(rendered.Text, MostBytes) } }
                    )
                )
                {
                    Headers = { ContentType = new("application/json") },
                },
            },
            Read,
            ct
        );

    private string AddressOf(Channel channel)
    {
        if (channel is not { Kind: ChannelKind.DingTalk, Password: { } key })
            return channel.Url!;
        var timestamp = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{timestamp}\n{key}")));
        var separator = channel.Url!.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{channel.Url}{separator}timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}";
    }

    private static Delivery Read(string status, string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (!json.RootElement.TryGetProperty("errcode", out var value) || !value.TryGetInt32(out var code))
                return Delivery.Unknown(DeliveryFailure.UnclearAnswer, status);
            var detail = Later.Contains(code) || Known.Contains(code) ? $"errcode {code}" : status;
            return code == 0 ? Delivery.Accepted
                : Later.Contains(code) ? Delivery.Retry(DeliveryFailure.ServerFailed, detail)
                : Delivery.Rejected(DeliveryFailure.Refused, detail);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Delivery.Unknown(DeliveryFailure.UnclearAnswer, status);
        }
    }
}
