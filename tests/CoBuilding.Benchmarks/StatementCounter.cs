using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoBuilding.Benchmarks;

/// <summary>Counts the commands that this process sends to the database, by Npgsql's own traces.</summary>
internal sealed class StatementCounter : IDisposable
{
    private readonly ActivityListener listener;
    private readonly ConcurrentQueue<string> texts = [];

    public StatementCounter()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = command =>
            {
                if (command.GetTagItem("db.query.text") is string text)
                    texts.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public int Sent => texts.Count;
    public IReadOnlyCollection<string> Texts => texts;

    public void Dispose() => listener.Dispose();
}
