using System.Net;
using CoBuilding.Jobs.Channels;

namespace CoBuilding.Web.Start;

/// <summary>Which private networks the districts' channels may reach: the operator's setting.</summary>
internal static class OutboundSetup
{
    private const string Allowed = OutboundSettings.Section + ":" + nameof(OutboundSettings.Allowed);

    /// <exception cref="CannotStart">An entry is not a network.</exception>
    public static void AddOutbound(this WebApplicationBuilder builder)
    {
        List<IPNetwork> networks = [.. Listed(builder.Configuration.GetSection(Allowed)).Select(Read)];
        builder.Services.Configure<OutboundSettings>(settings => settings.Allowed = networks);
    }

    /// <summary>As a list, or in one line with commas.</summary>
    private static IEnumerable<string> Listed(IConfigurationSection section) =>
        section
            .GetChildren()
            .Select(c => c.Value)
            .Append(section.Value)
            .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IPNetwork Read(string text) =>
        OutboundSettings.TryReadNetwork(text, out var network)
            ? network
            : throw new CannotStart(
                $"Outbound__Allowed: \"{text}\" is no network. Write its first address and its length, such as 10.20.0.0/16."
            );
}
