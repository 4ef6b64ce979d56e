using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Links;

/// <summary>Shows the rows of an <see cref="IMyUnitPart"/>.</summary>
public abstract class MyUnitSection<TRow> : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<TRow> Rows { get; set; } = [];

    /// <summary>Among what is past, as lines of a list; else what is open, under its heading.</summary>
    [Parameter, EditorRequired]
    public bool IsPast { get; set; }

    /// <summary>The district's address.</summary>
    [Parameter, EditorRequired]
    public string Base { get; set; } = "";

    protected string At(string room, Guid id) => $"{Base}/{room}/{id}";
}
