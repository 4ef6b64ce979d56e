using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Shell;

/// <summary>Leads to the sign-in page, and from there back to here.</summary>
public sealed class SignInAgain : ComponentBase
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized() => Go(Navigation);

    /// <param name="left">The session was ended on purpose: drafts in the browser are deleted as well.</param>
    public static void Go(NavigationManager navigation, bool left = false)
    {
        var here = new Uri(navigation.Uri).PathAndQuery;
        navigation.NavigateTo($"sign-in?{(left ? "left=true&" : "")}back={Uri.EscapeDataString(here)}", forceLoad: true);
    }
}
