using System.Diagnostics;

namespace CoBuilding.Tests.House;

/// <summary>
/// Counts the commands that a stretch of a test sends to the database, by Npgsql's own traces; other tests' are not counted.
/// </summary>
public sealed class StatementCounter : IDisposable
{
    private readonly ActivityListener listener;
    private readonly Activity test;
    private int sent;

    private StatementCounter()
    {
        test = new Activity("statements counted").SetIdFormat(ActivityIdFormat.W3C).Start();
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = command =>
            {
                if (command.TraceId == test.TraceId && command.GetTagItem("db.query.text") is not null)
                    Interlocked.Increment(ref sent);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Round trips: the door's batch is one, EF's every query is one.</summary>
    public static async Task<int> OfAsync(Func<Task> stretch)
    {
        using var count = new StatementCounter();
        await stretch();
        return count.sent;
    }

    public void Dispose()
    {
        test.Stop();
        test.Dispose();
        listener.Dispose();
    }
}
