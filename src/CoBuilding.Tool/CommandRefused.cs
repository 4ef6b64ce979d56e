namespace CoBuilding.Tool;

/// <summary>The command is refused; the message is one line that says what to change.</summary>
public sealed class CommandRefused(string message) : Exception(message);
