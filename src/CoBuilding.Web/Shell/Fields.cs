using MudBlazor;

namespace CoBuilding.Web.Shell;

// Default settings of inputs: outlined, with the label above the field.

/// <summary>A text, a number or a note.</summary>
public class TextField<T> : MudTextField<T>
{
    public TextField() => (Variant, Margin, ShrinkLabel) = (Variant.Outlined, Margin.Dense, true);
}

/// <summary>A choice from a short list.</summary>
public sealed class SelectField<T> : MudSelect<T>
{
    public SelectField() => (Variant, Margin, ShrinkLabel) = (Variant.Outlined, Margin.Dense, true);
}

/// <summary>A choice from a long list by typing.</summary>
public sealed class FindField<T> : MudAutocomplete<T>
{
    public FindField() => (Variant, Margin, ShrinkLabel, DebounceInterval, MaxItems) = (Variant.Outlined, Margin.Dense, true, 300, 50);
}
