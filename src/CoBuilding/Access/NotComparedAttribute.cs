namespace CoBuilding.Access;

/// <summary>
/// A property of a form by which two sendings are not told apart: a password, a one-time code, or what the server made or showed. It is in
/// no hash of the form.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotComparedAttribute : Attribute;
