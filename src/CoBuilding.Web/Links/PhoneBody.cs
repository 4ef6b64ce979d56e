using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Links;

/// <summary>What a kind of phone page shows and sends; the rest is in <see cref="PhoneDocument"/> and <see cref="PhonePages"/>.</summary>
public abstract class PhoneBody<TAnswer, TForm> : ComponentBase
    where TForm : class
{
    [Parameter, EditorRequired]
    public TAnswer Now { get; set; } = default!;

    [Parameter, EditorRequired]
    public PhoneRequest Request { get; set; } = null!;

    /// <summary>What was sent and not saved.</summary>
    [Parameter]
    public TForm? Typed { get; set; }
}
