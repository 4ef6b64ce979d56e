namespace CoBuilding.Web.Districts;

/// <summary>Open to people who have not signed in; a test requires the reason.</summary>
public sealed record OpenToAll(string Reason);
