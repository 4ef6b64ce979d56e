using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Pages.Committees.Seats;

/// <summary>A page on which something is done to one seat of a roster.</summary>
public abstract class SeatPortalPage : PortalPage
{
    [Inject]
    private SeeRoster SeeRoster { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid SeatId { get; set; }

    public SeeRoster.Answer? Roster { get; private set; }

    /// <summary>The seat on which the form is based; null while loading.</summary>
    public SeeRoster.Row? Seat { get; private set; }

    /// <summary>The version that somebody else saved in the meantime; null if none.</summary>
    public SeeRoster.Answer? Newer { get; private set; }
    public SeeRoster.Row? NewerSeat => SeatOf(Newer);

    protected override async Task OnInitializedAsync()
    {
        Roster = await Ask(() => SeeRoster.AskAsync(Scope, Id, null, null, Stop), "roster");
        if (Roster is null)
            return;
        Seat = SeatOf(Roster);
        if (Seat is null)
            Navigation.NotFound();
        else
            Begin(Seat);
    }

    /// <summary>Makes the form.</summary>
    protected abstract void Begin(SeeRoster.Row seat);

    /// <summary>Renews the form's version and operation id; what was typed stays.</summary>
    protected abstract void Renew(long version);

    /// <summary>Runs the use case; on a conflict, loads the current state of the seat.</summary>
    protected async Task Try(Func<Task> useCase)
    {
        try
        {
            await useCase();
        }
        catch (Stale)
        {
            Newer = await SeeRoster.AskAsync(Scope, Id, null, null, Stop);
            throw;
        }
    }

    /// <summary>Continues from the current state.</summary>
    public void ReloadSeat()
    {
        (Roster, Seat, Newer) = (Newer, NewerSeat, null);
        Renew(Seat!.RowVersion);
        StateHasChanged();
    }

    protected void GoToRoster(string text) => GoTo($"committees/{Id}", text);

    private SeeRoster.Row? SeatOf(SeeRoster.Answer? roster) => roster?.Rows.FirstOrDefault(r => r.SeatId == SeatId);
}
