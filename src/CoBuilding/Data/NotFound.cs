namespace CoBuilding.Data;

/// <summary>No such row within reach. Rows out of reach and missing rows are not distinguished.</summary>
public sealed class NotFound() : Refusal("not found");
