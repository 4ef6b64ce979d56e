using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CoBuilding.Jobs.Outbox;

/// <summary>
/// Claims the next message and writes its text. The claim is committed before anything is sent: if the runner crashes, the message becomes
/// uncertain and is not sent twice. One at a time, so that a crash affects one message.
/// </summary>
public sealed class ClaimMessage(Door door, IEnumerable<IMessageWriter> writers, ILogger<ClaimMessage> log)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Channels that failed recently and are skipped for now.</summary>
        public IReadOnlyCollection<ChannelKind> Resting { get; init; } = [];
    }

    /// <param name="Rendered">Null if the message has no address or is no longer needed.</param>
    public sealed record Claimed(Guid MessageId, Channel Channel, RenderedMessage? Rendered);

    /// <returns>Null when nothing is due.</returns>
    public async Task<Claimed?> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SendMessages, form, ct);
        var setting = await MessageSetting.ReadAsync(db, ct);
        var (channels, now, isNight) = (db.Channels, db.Now, !setting.IsWithinHours(db.Now));
        var message = await db
            .Messages.Where(m => m.State == MessageState.Waiting && m.DueAt <= now && !(m.WaitsForSendingHours && isNight))
            .Where(m => !form.Resting.Contains(m.Channel) && channels.Any(c => c.Kind == m.Channel && c.IsOn))
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .Take(1)
            .SkipLocked()
            .SingleOrDefaultAsync(ct);
        if (message is null)
            return null;
        var channel = await channels.AsNoTracking().SingleAsync(c => c.Kind == message.Channel, ct);
        message.Claim(db.Now);
        var rendered = await WriteAsync(db, scope.Culture, message, setting, ct);
        await db.CommitAsync(ct);
        return new Claimed(message.Id, channel, rendered);
    }

    private async Task<RenderedMessage?> WriteAsync(
        PortalDb db,
        CultureInfo culture,
        Message message,
        MessageSetting setting,
        CancellationToken ct
    )
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (culture, culture);
        RenderedMessage? rendered;
        try
        {
            rendered = await writers.Single(w => w.Name == message.Writer).WriteAsync(db, message, setting, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !TransientRetry.IsTransient(failure))
        {
            // A text that cannot be written does not block the queue.
            log.LogError(failure, "Message {Message} could not be written", message.Id);
            message.Record(Delivery.Rejected(DeliveryFailure.NotWritten), db.Now, 0);
            return null;
        }
        if (rendered is null)
            message.Drop();
        else if (rendered.To is null && message.Channel.IsPersonal())
            message.FindNoAddress();
        else
            return rendered;
        return null;
    }
}
