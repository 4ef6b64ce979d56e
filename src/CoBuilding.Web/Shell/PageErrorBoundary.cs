using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;

namespace CoBuilding.Web.Shell;

/// <summary>Shows an internal error in place of the page; the menu and the circuit stay usable.</summary>
public sealed class PageErrorBoundary : ErrorBoundaryBase
{
    private string reference = "";

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [Inject]
    private ILoggerFactory Logs { get; set; } = null!;

    protected override async Task OnErrorAsync(Exception exception)
    {
        if (Request is { Response.HasStarted: false } request)
            request.Response.StatusCode = StatusCodes.Status500InternalServerError;
        reference = ErrorReference.Log(Logs.CreateLogger("CoBuilding.Errors"), exception, (await SignedIn).User);
        StateHasChanged();
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenElement(1, "h1");
        builder.AddContent(2, Texts.Wording.T("Shell.Error"));
        builder.CloseElement();
        builder.OpenElement(3, "p");
        builder.AddAttribute(4, "role", "alert");
        builder.AddContent(5, Texts.Wording.T("Shell.Reference", reference));
        builder.CloseElement();
    }
}
