namespace CoBuilding.Documents.Reading;

/// <summary>One at a time per actor; different actors do not wait for each other.</summary>
internal sealed class PerAskerQueue
{
    private readonly Dictionary<string, Turn> taken = [];

    public async Task<IDisposable> TakeAsync(string asker, CancellationToken ct)
    {
        Turn turn;
        lock (taken)
        {
            if (!taken.TryGetValue(asker, out turn!))
                taken.Add(asker, turn = new Turn(this, asker));
            turn.Takers++;
        }
        try
        {
            await turn.Free.WaitAsync(ct);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (taken)
            if (--turn.Takers == 0)
                taken.Remove(turn.Asker);
    }

    private sealed class Turn(PerAskerQueue queue, string asker) : IDisposable
    {
        public string Asker => asker;
        public SemaphoreSlim Free { get; } = new(1);
        public int Takers { get; set; }

        public void Dispose()
        {
            Free.Release();
            queue.Leave(this);
        }
    }
}
