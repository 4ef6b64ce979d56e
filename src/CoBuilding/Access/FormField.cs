using System.Reflection;

namespace CoBuilding.Access;

/// <summary>A property of a form, or of a row or part of one.</summary>
/// <param name="IsNewId">An id that is made with the form.</param>
/// <param name="IsTyped">A person fills it.</param>
internal sealed record FormField(PropertyInfo Property, bool IsNewId, bool IsTyped);
