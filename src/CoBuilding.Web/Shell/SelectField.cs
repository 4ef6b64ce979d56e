using MudBlazor;

namespace CoBuilding.Web.Shell;

/// <summary>A choice from a short list.</summary>
public sealed class SelectField<T> : MudSelect<T>
{
    public SelectField() => (Variant, Margin, ShrinkLabel) = (Variant.Outlined, Margin.Dense, true);
}
