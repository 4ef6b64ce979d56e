namespace CoBuilding.Data;

/// <summary>The actor holds the right nowhere, or is no longer signed in.</summary>
public sealed class Denied(string right, bool signedOut = false, bool hasEnded = false) : Refusal($"denied: {right}")
{
    public string Right { get; } = right;

    /// <summary>True when the session was ended on purpose, here or elsewhere, as opposed to a timeout.</summary>
    public bool HasEnded { get; } = hasEnded;

    /// <summary>True when the session ended or the account was dismissed: the page leads to the sign-in.</summary>
    public bool SignedOut { get; } = signedOut;
}
