using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CoBuilding.Jobs.Channels;

/// <summary>
/// A text message by whatever gateway the district has: URL, headers and body are templates with <c>{mobile} </c>, <c>{text} </c> and
/// <c>{id} </c>. The id is the
/// same at every try, and goes along as <c>Idempotency-Key</c> as well, for gateways that detect duplicates by it.
/// </summary>
internal sealed class SmsChannelClient(GatewayHttpClient caller)
{
    public Task<Delivery> SendAsync(Channel channel, RenderedMessage rendered, CancellationToken ct)
    {
        var request = new HttpRequestMessage(
            channel.Method == SmsMethod.Get ? HttpMethod.Get : HttpMethod.Post,
            Fill(channel.Url!, rendered, Uri.EscapeDataString)
        );
        request.Headers.TryAddWithoutValidation("Idempotency-Key", rendered.MessageId.ToString("N"));
        var type = "application/json";
        foreach (var (name, value) in HeadersIn(channel.Headers))
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                type = value;
            else
                request.Headers.TryAddWithoutValidation(name, Fill(value, rendered, Uri.EscapeDataString));
        }
        if (channel is { Method: not SmsMethod.Get, Body: { } body })
            request.Content = Content(body, rendered, type);
        if (channel.SuccessMark is not { } mark)
            return caller.CallAsync(request, null, ct);
        return caller.CallAsync(request, (status, answer) => Read(GatewayAnswerField.Of(answer, channel.SuccessField), mark, status), ct);
    }

    /// <summary>One a line, as <c>Name: value</c>.</summary>
    internal static IEnumerable<(string Name, string Value)> HeadersIn(string? lines) =>
        (lines ?? "")
            .ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2)
            .Select(parts => (parts[0], parts[1]));

    /// <summary>What is filled in is escaped as the body's type asks, so that no text can change the body's own form.</summary>
    private static ByteArrayContent Content(string body, RenderedMessage rendered, string type)
    {
        var filled = Fill(
            body,
            rendered,
            type.Contains("json", StringComparison.OrdinalIgnoreCase) ? t => JsonEncodedText.Encode(t).ToString()
                : type.Contains("form", StringComparison.OrdinalIgnoreCase) ? Uri.EscapeDataString
                : type.Contains("xml", StringComparison.OrdinalIgnoreCase) ? t => System.Security.SecurityElement.Escape(t)
                : t => t
        );
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(filled));
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(type, out var parsed)
            ? parsed
            : new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static string Fill(string template, RenderedMessage rendered, Func<string, string> escape) =>
        template
            .Replace("{mobile}", escape(rendered.To!), StringComparison.Ordinal)
            .Replace("{id}", rendered.MessageId.ToString("N"), StringComparison.Ordinal)
            // Last, so that placeholders in the text itself are not replaced.
            .Replace("{text}", escape(rendered.Text), StringComparison.Ordinal);

    /// <summary>A response without the part is unclear.</summary>
    private static Delivery Read(string? part, string mark, string status) =>
        part is null ? Delivery.Unknown(DeliveryFailure.UnclearAnswer, status)
        : part == mark ? Delivery.Accepted
        : Delivery.Rejected(DeliveryFailure.Refused, status);
}
