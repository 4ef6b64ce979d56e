namespace CoBuilding.Data;

/// <summary>
/// One changed row of one operation: who, when, by which right, before and after. The web role may only insert and read.
/// An operation writes its rows once: <c>(tenant, operation, ordinal)</c> is unique.
/// </summary>
public sealed class JournalEntry : Tenanted
{
    public required Guid OperationId { get; init; }
    public required int Ordinal { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Right { get; init; }
    public required string ActorName { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? LinkId { get; init; }

    /// <summary>What was done to the row: <c>added</c>, <c>changed</c>, <c>exported</c>, <c>viewed</c>, <c>refused</c>.</summary>
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public Guid? SubjectId { get; init; }

    /// <summary>JSON of the columns before the change; null for a new row.</summary>
    public string? Before { get; init; }

    /// <summary>JSON of the columns after the change.</summary>
    public string? After { get; init; }

    /// <summary>
    /// Of the operation's first row: a keyed hash of what a person sent with its form. Null without a form, and in all other rows.
    /// </summary>
    public byte[]? FormHash { get; init; }

    /// <summary>The id of the key of <see cref="FormHash"/>.</summary>
    public string? FormKeyId { get; init; }

    /// <summary>How many fields of the form a person filled: neither blank nor prefilled. Stands with <see cref="FormHash"/>.</summary>
    public int? FilledFields { get; init; }
}
