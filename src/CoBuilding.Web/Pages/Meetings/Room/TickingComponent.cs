using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Pages.Meetings.Room;

/// <summary>Renders itself anew every second while it is shown: a clock on the wall of the meeting room, whatever the clock of the device says.</summary>
public abstract class TickingComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    [Inject] protected TimeProvider Clock { get; set; } = null!;

    /// <summary>Whether anything moves at all.</summary>
    protected abstract bool Moves { get; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = TickAsync();
    }

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
                if (Moves) await InvokeAsync(StateHasChanged);
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    protected static string FormatElapsed(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}" : $"{time.Minutes}:{time.Seconds:00}";

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        stop.Cancel();
        stop.Dispose();
    }
}
