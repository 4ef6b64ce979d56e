using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Jobs.Channels;

/// <summary>The district's channels, without keys.</summary>
public sealed class SeeChannels(Door door)
{
    public sealed record Answer(string? PortalAddress, TimeOnly HoursFrom, TimeOnly HoursUntil, IReadOnlyList<Row> Channels);

    /// <param name="HasPassword">A saved value that is not shown; so with <c>HasUrl</c>, <c>HasHeaders</c> and <c>HasBody</c>.</param>
    public sealed record Row(
        ChannelKind Kind,
        bool IsOn,
        string Host,
        int? Port,
        MailSecurity? Security,
        string? UserName,
        string? Sender,
        string? SenderName,
        SmsMethod? Method,
        string? SuccessField,
        string? SuccessMark,
        bool HasPassword,
        bool HasUrl,
        bool HasHeaders,
        bool HasBody
    )
    {
        /// <summary>Whether a saved password stays valid with the entered values; same rule as in the entity.</summary>
        public bool IsSameServer(SetMailChannel.Form form) =>
            Channel.IsSameServer((Host, Port, Security, UserName), (form.Host.Trim(), form.Port, form.Security, form.UserName.OrNull()));
    }

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, ct);
        var setting = await MessageSetting.ReadAsync(db, ct);
        var channels = await db
            .Channels.AsNoTracking()
            .OrderByDeclared(c => c.Kind)
            .Select(c => new Row(
                c.Kind,
                c.IsOn,
                c.Host,
                c.Port,
                c.Security,
                c.UserName,
                c.Sender,
                c.SenderName,
                c.Method,
                c.SuccessField,
                c.SuccessMark,
                c.Password != null,
                c.Url != null,
                c.Headers != null,
                c.Body != null
            ))
            .ToListAsync(ct);
        return new Answer(setting.PortalAddress, setting.HoursFrom, setting.HoursUntil, channels);
    }
}
