using CoBuilding.Committees.Rosters;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Pages.Committees;

/// <summary>A page on which something is done to one committee.</summary>
public abstract class CommitteePortalPage : PortalPage
{
    [Inject]
    private SeeRoster SeeRoster { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    public SeeRoster.Answer? Roster { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        Roster = await Ask(() => SeeRoster.AskAsync(Scope, Id, null, null, Stop), "roster");
        if (Roster is not null)
            Begin(Roster);
    }

    /// <summary>Makes the form.</summary>
    protected abstract void Begin(SeeRoster.Answer roster);
}
