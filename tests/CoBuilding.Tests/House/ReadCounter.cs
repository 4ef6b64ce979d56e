using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoBuilding.Tests.House;

/// <summary>
/// Counts what a stretch of a test reads from its queries' results, by EF's own traces: every row and the end of every result; other
/// tests' are not counted.
/// </summary>
public sealed class ReadCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly Activity test = new Activity("reads counted").SetIdFormat(ActivityIdFormat.W3C).Start();
    private int reads;

    private ReadCounter() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public static async Task<int> OfAsync(Func<Task> stretch)
    {
        using var count = new ReadCounter();
        await stretch();
        return count.reads;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name != DbLoggerCategory.Name)
            return;
        var closing = RelationalEventId.DataReaderDisposing.Name;
        lock (subscriptions)
            subscriptions.Add(value.Subscribe(this, (name, _, _) => name == closing));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is DataReaderDisposingEventData reader && Activity.Current?.TraceId == test.TraceId)
            Interlocked.Add(ref reads, reader.ReadCount);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        test.Stop();
        test.Dispose();
        lock (subscriptions)
            foreach (var subscription in subscriptions)
                subscription.Dispose();
    }
}
