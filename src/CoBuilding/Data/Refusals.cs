namespace CoBuilding.Data;

/// <summary>What a use case refuses on purpose. Pages show it in the user's language; nothing of the use case was saved.</summary>
public abstract class Refusal(string message) : Exception(message);

/// <summary>A business rule was violated. <paramref name="key"/> names the rule and its text, e.g. <c>Committees.SeatIsTaken</c>.</summary>
/// <param name="field">The form's field that it concerns, where there is one.</param>
public sealed class RuleBroken(string key, string? field = null, params object?[] args) : Refusal(key)
{
    public string Key { get; } = key;
    public string? Field { get; } = field;
    public IReadOnlyList<object?> Args { get; } = args;
}

/// <summary>One field of a form has the wrong shape; the message is in the actor's language.</summary>
public sealed record FieldProblem(string Field, string Message);

/// <summary>The form's shape is wrong. Raised at the door, before anything was read.</summary>
public sealed class ValidationFailed(IReadOnlyList<FieldProblem> problems)
    : Refusal(string.Join("; ", problems.Select(p => $"{p.Field}: {p.Message}")))
{
    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}

/// <summary>The actor holds the right nowhere, or is no longer signed in.</summary>
public sealed class Denied(string right, bool signedOut = false, bool hasEnded = false) : Refusal($"denied: {right}")
{
    public string Right { get; } = right;

    /// <summary>True when the session was ended on purpose, here or elsewhere, as opposed to a timeout.</summary>
    public bool HasEnded { get; } = hasEnded;

    /// <summary>True when the session ended or the account was dismissed: the page leads to the sign-in.</summary>
    public bool SignedOut { get; } = signedOut;
}

/// <summary>No such row within reach. Rows out of reach and missing rows are not distinguished.</summary>
public sealed class NotFound() : Refusal("not found");

/// <summary>Somebody else saved the row since it was read.</summary>
public sealed class Stale(IReadOnlyList<StaleChange> changes) : Refusal("stale")
{
    public IReadOnlyList<StaleChange> Changes { get; } = changes;
}

/// <summary>Who saved what in the meantime; <paramref name="At"/> in UTC, <paramref name="After"/> the changed columns as JSON.</summary>
public sealed record StaleChange(string Who, DateTimeOffset At, string Right, string? After);

/// <summary>This operation was carried out before: a repeat after a lost acknowledgment, or a double click.</summary>
public sealed class AlreadyDone() : Refusal("already done");
