using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Shell;

/// <summary>Leads to the sign-in page, and from there back to here.</summary>
public sealed class SignInAgain : ComponentBase
{
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized() => Go(Navigation);

    public static void Go(NavigationManager navigation)
    {
        var here = new Uri(navigation.Uri).PathAndQuery;
        navigation.NavigateTo("sign-in?back=" + Uri.EscapeDataString(here), forceLoad: true);
    }
}
