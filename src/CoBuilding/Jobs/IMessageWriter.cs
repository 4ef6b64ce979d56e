using CoBuilding.Data;

namespace CoBuilding.Jobs;

/// <summary>Writes the messages of one kind. Found by its type, in the room that queues them.</summary>
public interface IMessageWriter
{
    /// <summary>Under which messages name it: <see cref="Message.Writer"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Writes a message at the time of sending, within the operation that claims it: rows added to <paramref name="db"/>, such as a link,
    /// are saved with it. Null when the message is no longer needed.
    /// </summary>
    Task<RenderedMessage?> WriteAsync(PortalDb db, Message message, MessageSetting setting, CancellationToken ct);
}
