using CoBuilding.Data;

namespace CoBuilding.Jobs;

/// <summary>A message ready to go: it lives in memory alone.</summary>
/// <param name="To">The address; null to a group, or when the addressee has none.</param>
/// <param name="Subject">Of an e-mail.</param>
public sealed record RenderedMessage(Guid MessageId, string? To, string Subject, string Text);

/// <summary>
/// Writes a message of its topic at the moment of sending, within the operation that takes it in hand: what is added to
/// <paramref name="db"/>, such as a link, is saved with it. Null when there is nothing to say any more.
/// </summary>
public delegate Task<RenderedMessage?> RenderMessage(PortalDb db, Message message, MessageSetting setting, CancellationToken ct);

/// <summary>What a room registers for each of its topics.</summary>
public sealed record MessageWriter(string Name, RenderMessage WriteAsync);
