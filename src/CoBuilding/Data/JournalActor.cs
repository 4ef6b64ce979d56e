namespace CoBuilding.Data;

/// <summary>
/// Who acts, as the journal records it. <paramref name="Name"/> is a login or the kind of the actor, never a mobile or a token.
/// </summary>
/// <param name="LinkHolder">The addressee of the link used.</param>
public sealed record JournalActor(Guid? AccountId, Guid? LinkId, Guid? SessionId, string Name, LinkHolder? LinkHolder = null);
