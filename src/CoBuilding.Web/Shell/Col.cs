using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CoBuilding.Web.Shell;

/// <summary>One column of a <see cref="ListPage{TQuestion, TRow}"/>; on a phone its label is shown before the value.</summary>
public sealed class Col<TRow> : ComponentBase
{
    [CascadingParameter(Name = "List")]
    private object List { get; set; } = null!;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment<TRow>? ChildContent { get; set; }

    protected override void OnInitialized() => ((IColumns<TRow>)List).Add(this);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        // The list renders the cells.
    }
}
