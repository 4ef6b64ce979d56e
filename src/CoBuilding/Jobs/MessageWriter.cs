namespace CoBuilding.Jobs;

/// <summary>The registration of a message kind by a room.</summary>
public sealed record MessageWriter(string Name, RenderMessage WriteAsync);
