namespace CoBuilding.Data;

/// <summary>The database's settings would let one district see another; the portal does not start.</summary>
public sealed class UnsafeDatabase(string message) : Exception(message);
