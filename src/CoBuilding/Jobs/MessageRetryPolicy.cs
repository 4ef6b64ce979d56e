namespace CoBuilding.Jobs;

/// <summary>How often a message that could not be delivered is tried again, and after what wait.</summary>
public static class MessageRetryPolicy
{
    /// <summary>The number of attempts, over about three hours, after which it has failed.</summary>
    public const int MostTries = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    /// <summary>30 seconds, then four times as long each time, two hours at most; a fifth more or less.</summary>
    internal static TimeSpan WaitAfter(int tries, double jitter)
    {
        var wait = FirstWait * Math.Pow(4, tries - 1);
        return (wait < LongestWait ? wait : LongestWait) * (0.8 + (0.4 * jitter));
    }
}
