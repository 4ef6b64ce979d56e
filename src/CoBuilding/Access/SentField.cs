namespace CoBuilding.Access;

/// <summary>One value that a person sends with a form.</summary>
/// <param name="Path">Where it is in the form: <c>.Rows[2].Name</c>.</param>
/// <param name="Value">Never empty; texts trimmed, files by their SHA-256.</param>
/// <param name="IsTyped">A person fills it; otherwise it says what the form is about.</param>
internal readonly record struct SentField(string Path, string Value, bool IsTyped)
{
    /// <summary>With lengths, so that no two lists of fields have one notation.</summary>
    public string Notation => $"{Path.Length}:{Path}{Value.Length}:{Value}";
}
