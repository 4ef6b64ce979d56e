using CoBuilding.Committees.Library;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Pages.Committees.Library;

/// <summary>A page on which something is done to one document, or to one version of it.</summary>
public abstract class LibraryPortalPage : PortalPage
{
    [Inject]
    private SeeLibraryDocument SeeLibraryDocument { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "version")]
    protected string? VersionAsked { get; set; }

    public SeeLibraryDocument.Answer? Document { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        Document = await Ask(() => SeeLibraryDocument.AskAsync(Scope, new(Id, UrlValues.Number(VersionAsked)), Stop), "document");
        if (Document is not null)
            Begin(Document);
    }

    /// <summary>Makes the form.</summary>
    protected abstract void Begin(SeeLibraryDocument.Answer document);

    protected void GoToDocument(string text) => GoTo($"library/{Id}", text);
}
