namespace CoBuilding.Data;

/// <summary>What a use case refuses on purpose. Pages show it in the user's language; nothing of the use case was saved.</summary>
public abstract class Refusal(string message) : Exception(message);

/// <summary>A rule of the field stands against it. <paramref name="key"/> names the rule and its text, e.g. <c>Committees.SeatIsTaken</c>.</summary>
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

/// <summary>The actor holds the right nowhere, or is signed in no longer.</summary>
public sealed class Denied(string right, bool signedOut = false, bool hasEnded = false) : Refusal($"denied: {right}")
{
    public string Right { get; } = right;

    /// <summary>True when somebody ended the session, here or elsewhere; one that was idle for too long has only run out.</summary>
    public bool HasEnded { get; } = hasEnded;

    /// <summary>True when the session ended or the account was dismissed: the page leads to the sign-in.</summary>
    public bool SignedOut { get; } = signedOut;
}

/// <summary>No such row within reach. Another street's row looks the same as one that never was.</summary>
public sealed class NotFound() : Refusal("not found");

/// <summary>Somebody else saved since this was read.</summary>
public sealed class Stale(IReadOnlyList<StaleChange> changes) : Refusal("stale")
{
    public IReadOnlyList<StaleChange> Changes { get; } = changes;
}

/// <summary>Who saved what in the meantime; <paramref name="At"/> in UTC, <paramref name="After"/> the changed columns as JSON.</summary>
public sealed record StaleChange(string Who, DateTimeOffset At, string Right, string? After);

/// <summary>This very operation has been carried out before: the repeat of an unacknowledged commit or a double click.</summary>
public sealed class AlreadyDone() : Refusal("already done");
