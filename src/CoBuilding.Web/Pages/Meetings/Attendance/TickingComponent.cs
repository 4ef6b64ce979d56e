using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Pages.Meetings.Attendance;

/// <summary>Renders every second while shown, by the server's clock instead of the device's.</summary>
public abstract class TickingComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    /// <summary>Whether the clock is running.</summary>
    protected abstract bool Moves { get; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = TickAsync();
    }

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
                if (Moves)
                    await InvokeAsync(StateHasChanged);
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    protected static string FormatElapsed(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}" : $"{time.Minutes}:{time.Seconds:00}";

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        stop.Cancel();
        stop.Dispose();
    }
}
