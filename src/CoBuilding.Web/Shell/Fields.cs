using MudBlazor;

namespace CoBuilding.Web.Shell;

// Inputs as the whole portal has them: outlined, and with the label above, never over what was typed.

/// <summary>A text, a number or a note.</summary>
public class TextField<T> : MudTextField<T>
{
    public TextField() => (Variant, Margin, ShrinkLabel) = (Variant.Outlined, Margin.Dense, true);
}

/// <summary>One of a few.</summary>
public sealed class SelectField<T> : MudSelect<T>
{
    public SelectField() => (Variant, Margin, ShrinkLabel) = (Variant.Outlined, Margin.Dense, true);
}

/// <summary>One of many, found by typing.</summary>
public sealed class FindField<T> : MudAutocomplete<T>
{
    public FindField() => (Variant, Margin, ShrinkLabel, DebounceInterval, MaxItems) = (Variant.Outlined, Margin.Dense, true, 300, 50);
}
