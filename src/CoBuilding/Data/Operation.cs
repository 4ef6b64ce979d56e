namespace CoBuilding.Data;

/// <summary>The result of the door for one use case.</summary>
/// <param name="FormStamp">Null without a form.</param>
internal sealed record Operation(
    Guid Id,
    Guid Tenant,
    JournalActor JournalActor,
    string Right,
    Reach Reach,
    DateTimeOffset Now,
    FormStamp? FormStamp = null
)
{
    /// <summary>For the migrations, which see no rows.</summary>
    public static readonly Operation None = new(
        Guid.Empty,
        Guid.Empty,
        new JournalActor(null, null, null, "migrations"),
        "none",
        Reach.Nothing,
        default
    );
}
