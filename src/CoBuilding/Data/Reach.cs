namespace CoBuilding.Data;

/// <summary>Which rows this operation may touch: resolved at the door from the actor's current grants or link.</summary>
public sealed record Reach(bool Everything, Guid[] Places, Guid[] Units, Guid[] Subjects)
{
    public static readonly Reach WholeDistrict = new(true, [], [], []);
    public static readonly Reach Nothing = new(false, [], [], []);

    public static Reach OfSubjects(params Guid[] subjects) => new(false, [], [], subjects);
}

/// <summary>Who acts, as the journal records it. <paramref name="Name"/> is a login or the kind of the actor, never a mobile or a token.</summary>
/// <param name="LinkHolder">The addressee of the link used.</param>
public sealed record JournalActor(Guid? AccountId, Guid? LinkId, Guid? SessionId, string Name, LinkHolder? LinkHolder = null);

/// <summary>The addressee of a link and their function.</summary>
public sealed record LinkHolder(Guid PersonId, Access.Addressee Office);
