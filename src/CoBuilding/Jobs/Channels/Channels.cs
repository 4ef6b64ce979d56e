using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Jobs.Channels;

internal static class Channels
{
    public static async Task<Channel> FindOrAddAsync(PortalDb db, ChannelKind kind, CancellationToken ct)
    {
        var channel = await db.Channels.SingleOrDefaultAsync(c => c.Kind == kind, ct);
        if (channel is null)
            db.Channels.Add(channel = new Channel { Kind = kind });
        return channel;
    }

    /// <exception cref="RuleBroken">It is on and goes without TLS where the operator does not allow that.</exception>
    public static void CheckTls(Channel channel, Outbound outbound)
    {
        var isPlain = WebAddress.Of(channel.Url!).Scheme != Uri.UriSchemeHttps;
        if (channel.IsOn && isPlain && !outbound.MayBePlain(channel.Host))
            throw JobsRules.NeedsTls(nameof(Channel.Url));
    }
}
