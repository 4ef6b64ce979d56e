namespace CoBuilding.Data;

/// <summary>
/// A value that is not written to the journal: a mobile number, a hash, a token, or a long text that its own table keeps.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
