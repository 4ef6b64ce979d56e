using CoBuilding.Data;

namespace CoBuilding.Jobs;

/// <summary>A message ready to send, kept only in memory.</summary>
/// <param name="To">The address; null to a group, or when the addressee has none.</param>
/// <param name="Subject">Of an e-mail.</param>
public sealed record RenderedMessage(Guid MessageId, string? To, string Subject, string Text);

/// <summary>
/// Writes a message at the time of sending, within the operation that claims it: rows added to
/// <paramref name="db"/>, such as a link, are saved with it. Null when the message is no longer needed.
/// </summary>
public delegate Task<RenderedMessage?> RenderMessage(PortalDb db, Message message, MessageSetting setting, CancellationToken ct);

/// <summary>The registration of a message kind by a room.</summary>
public sealed record MessageWriter(string Name, RenderMessage WriteAsync);
