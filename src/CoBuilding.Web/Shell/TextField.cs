using MudBlazor;

namespace CoBuilding.Web.Shell;

// Default settings of inputs: outlined, with the label above the field.

/// <summary>A text, a number or a note.</summary>
public class TextField<T> : MudTextField<T>
{
    public TextField() => (Variant, Margin, ShrinkLabel) = (Variant.Outlined, Margin.Dense, true);
}
