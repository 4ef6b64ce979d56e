namespace CoBuilding.Data;

/// <summary>What a use case refuses on purpose. Pages show it in the user's language; nothing of the use case was saved.</summary>
public abstract class Refusal(string message) : Exception(message);
