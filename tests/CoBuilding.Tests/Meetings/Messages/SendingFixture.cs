using System.Text.Json;
using CoBuilding.Tests.Jobs.Channels;

namespace CoBuilding.Tests.Meetings.Messages;

/// <summary>What the server of text messages was told.</summary>
internal static class SendingFixture
{
    public static List<string> TextsTo(WebReceiver server, string path = "/sms") =>
        [
            .. server
                .Calls.Where(c => c.Path == path)
                .Select(c => JsonDocument.Parse(c.Body).RootElement)
                .Select(j =>
                    path == "/sms" ? j.GetProperty("text").GetString()! : j.GetProperty("text").GetProperty("content").GetString()!
                ),
        ];
}
