namespace CoBuilding.Jobs;

/// <summary>A message ready to send, kept only in memory.</summary>
/// <param name="To">The address; null to a group, or when the addressee has none.</param>
/// <param name="Subject">Of an e-mail.</param>
public sealed record RenderedMessage(Guid MessageId, string? To, string Subject, string Text);
