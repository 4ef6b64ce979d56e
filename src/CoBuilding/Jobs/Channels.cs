using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs.Carriers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Jobs;

internal static class Channels
{
    public static async Task<Channel> FindOrAddAsync(PortalDb db, ChannelKind kind, CancellationToken ct)
    {
        var channel = await db.Channels.SingleOrDefaultAsync(c => c.Kind == kind, ct);
        if (channel is null) db.Channels.Add(channel = new Channel { Kind = kind, Host = "" });
        return channel;
    }

    /// <param name="typed">Blank: the one that is kept stays.</param>
    /// <exception cref="RuleBroken">There is none yet, or it is on and goes without TLS where the operator does not allow that.</exception>
    public static void SetUrl(Channel channel, string? typed, Outbound outbound)
    {
        channel.Url = typed.OrNull() ?? channel.Url ?? throw JobsRules.UrlNeeded();
        var url = new Uri(WithoutHoles(channel.Url));
        channel.Host = url.IdnHost;
        if (channel.IsOn && url.Scheme != Uri.UriSchemeHttps && !outbound.MayBePlain(channel.Host)) throw JobsRules.NeedsTls("Url");
    }

    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(1000)
        .Must(u => string.IsNullOrWhiteSpace(u) || (Uri.TryCreate(WithoutHoles(u.Trim()), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && IsFixed(u)))
        .WithMessage(_ => Texts.Wording.T("Jobs.UrlShape"));

    private static string WithoutHoles(string url) => url.Replace("{mobile}", "0", StringComparison.Ordinal).Replace("{text}", "0", StringComparison.Ordinal).Replace("{id}", "0", StringComparison.Ordinal);

    /// <summary>Nobody's number chooses the server.</summary>
    private static bool IsFixed(string url) => !url.Split("//", 2)[^1].Split('/', '?')[0].Contains('{', StringComparison.Ordinal);
}
