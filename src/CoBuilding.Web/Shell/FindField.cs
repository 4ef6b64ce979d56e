using MudBlazor;

namespace CoBuilding.Web.Shell;

/// <summary>A choice from a long list by typing.</summary>
public sealed class FindField<T> : MudAutocomplete<T>
{
    public FindField() => (Variant, Margin, ShrinkLabel, DebounceInterval, MaxItems) = (Variant.Outlined, Margin.Dense, true, 300, 50);
}
