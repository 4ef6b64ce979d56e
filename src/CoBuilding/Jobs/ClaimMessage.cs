using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CoBuilding.Jobs;

/// <summary>
/// Takes the next message in hand and writes its text. That it is in hand is committed before anything leaves the portal: whoever dies with it
/// leaves it in doubt, never to be sent twice. One at a time, so that a crash leaves one.
/// </summary>
public sealed class ClaimMessage(Door door, IEnumerable<MessageWriter> writers, ILogger<ClaimMessage> log)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Channels that failed a moment ago and are given a rest.</summary>
        public IReadOnlyCollection<ChannelKind> Resting { get; init; } = [];
    }

    /// <param name="Rendered">Null when the message turned out to have no address, or nothing to say.</param>
    public sealed record Claimed(Guid MessageId, Channel Channel, RenderedMessage? Rendered);

    /// <returns>Null when nothing is due.</returns>
    public async Task<Claimed?> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SendMessages, form, ct);
        var setting = await MessageSetting.ReadAsync(db, ct);
        var (channels, now, isNight) = (db.Channels, db.Now, !setting.IsWithinHours(db.Now));
        var message = await db.Messages
            .Where(m => m.State == MessageState.Waiting && m.DueAt <= now && !(m.WaitsForSendingHours && isNight))
            .Where(m => !form.Resting.Contains(m.Channel) && channels.Any(c => c.Kind == m.Channel && c.IsOn))
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(1).SkipLocked().SingleOrDefaultAsync(ct);
        if (message is null) return null;
        var channel = await channels.AsNoTracking().SingleAsync(c => c.Kind == message.Channel, ct);
        message.Claim(db.Now);
        var rendered = await WriteAsync(db, scope.Culture, message, setting, ct);
        await db.CommitAsync(ct);
        return new Claimed(message.Id, channel, rendered);
    }

    private async Task<RenderedMessage?> WriteAsync(PortalDb db, CultureInfo culture, Message message, MessageSetting setting, CancellationToken ct)
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (culture, culture);
        RenderedMessage? rendered;
        try
        {
            rendered = await writers.Single(w => w.Name == message.Writer).WriteAsync(db, message, setting, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !TransientRetry.IsTransient(failure))
        {
            // One text that cannot be written does not hold up the line.
            log.LogError(failure, "Message {Message} could not be written", message.Id);
            message.Record(Delivery.Rejected(DeliveryFailure.NotWritten), db.Now, 0);
            return null;
        }
        if (rendered is null) message.Drop();
        else if (rendered.To is null && message.Channel.IsPersonal()) message.FindNoAddress();
        else return rendered;
        return null;
    }
}
