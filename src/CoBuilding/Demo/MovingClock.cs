namespace CoBuilding.Demo;

/// <summary>The clock of a simulation: it is moved forward explicitly, and never beyond the real time.</summary>
internal sealed class MovingClock(DateTimeOffset start, DateTimeOffset present) : TimeProvider
{
    private DateTimeOffset now = start;

    public DateTimeOffset Present => present;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves to an instant; an earlier instant, or one after the real time, leaves the clock unchanged.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment > now && moment <= present)
            now = moment;
    }

    /// <summary>Each action of a clerk takes a few seconds.</summary>
    public void Tick() => MoveTo(now.AddSeconds(4));
}
