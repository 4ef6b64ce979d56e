using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Shell;

/// <summary>A page with a list: the parameters that every list keeps in the URL.</summary>
public abstract class ListPortalPage : PortalPage
{
    [SupplyParameterFromQuery(Name = "q")]
    protected string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageInUrl { get; set; }
    private int? PageAsked => UrlValues.Number(PageInUrl);

    [SupplyParameterFromQuery(Name = "size")]
    private string? SizeInUrl { get; set; }
    private int? SizeAsked => UrlValues.Number(SizeInUrl);

    protected int Number => Math.Max(1, PageAsked ?? 1);
    protected int Size => SizeAsked is 50 or 100 ? SizeAsked.Value : 20;
}
