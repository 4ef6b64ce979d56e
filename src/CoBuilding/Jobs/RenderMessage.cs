using CoBuilding.Data;

namespace CoBuilding.Jobs;

/// <summary>
/// Writes a message at the time of sending, within the operation that claims it: rows added to
/// <paramref name="db"/>, such as a link, are saved with it. Null when the message is no longer needed.
/// </summary>
public delegate Task<RenderedMessage?> RenderMessage(PortalDb db, Message message, MessageSetting setting, CancellationToken ct);
