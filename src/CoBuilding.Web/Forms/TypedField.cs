namespace CoBuilding.Web.Forms;

/// <summary>The content of a field as sent.</summary>
/// <param name="Field">The field name in the use case's form, which determines the label.</param>
public sealed record TypedField(string Field, string Text);
