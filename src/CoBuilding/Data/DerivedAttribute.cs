namespace CoBuilding.Data;

/// <summary>A value that follows from others of the row, stored to be searched or sorted by; the journal leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;
