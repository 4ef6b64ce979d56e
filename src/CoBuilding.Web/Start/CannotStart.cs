namespace CoBuilding.Web.Start;

/// <summary>The portal does not start; the message is one line that says what to change.</summary>
public sealed class CannotStart(string message, Exception? cause = null) : Exception(message, cause);
