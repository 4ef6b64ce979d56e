namespace CoBuilding.Data;

/// <summary>This operation was carried out before: a repeat after a lost acknowledgment, or a double click.</summary>
public sealed class AlreadyDone() : Refusal("already done");
