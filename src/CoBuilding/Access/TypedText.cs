namespace CoBuilding.Access;

public static class TypedText
{
    /// <summary>The text of an optional field: trimmed, or null.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
