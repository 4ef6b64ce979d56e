namespace CoBuilding.Web.Forms;

/// <summary>What stood in a field.</summary>
/// <param name="Field">As the form of the use case calls it: its label is that field's.</param>
public sealed record TypedField(string Field, string Text);
