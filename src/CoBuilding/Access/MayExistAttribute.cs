namespace CoBuilding.Access;

/// <summary>
/// An id that was made with the form and whose row may be there already: the use case then changes that row. It stays when the form becomes
/// a new operation.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MayExistAttribute : Attribute;
