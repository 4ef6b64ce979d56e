namespace CoBuilding.Data;

/// <summary>The addressee of a link and their function.</summary>
public sealed record LinkHolder(Guid PersonId, Addressee Office);
