using System.Collections.Concurrent;
using CoBuilding.Access;
using CoBuilding.Meetings;

namespace CoBuilding.Web.Pages.Meetings;

/// <summary>
/// Tells open boards that answers came in, within two seconds, whichever node took them: one look a second per open meeting
/// and process, however many have it open. Writers send nothing, so a crowd that answers is not slowed down.
/// </summary>
public sealed class ReplyBoards(WatchReplies watch, TimeProvider clock, ILogger<ReplyBoards> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(Guid Tenant, Guid Meeting), Board> boards = new();

    /// <summary>Calls <paramref name="changed"/> after each change, until the answer is disposed.</summary>
    public IDisposable Watch(Guid tenant, Guid meeting, Func<Task> changed)
    {
        while (true)
        {
            var board = boards.GetOrAdd((tenant, meeting), key => new Board(key));
            lock (board)
            {
                if (board.IsOver) continue;
                board.Readers.Add(changed);
                board.Looking ??= LookAsync(board);
                return new Reader(this, board, changed);
            }
        }
    }

    private async Task LookAsync(Board board)
    {
        long? seen = null;
        while (!board.IsOver)
        {
            try
            {
                var now = await Edge.AskAsync(() => watch.AskAsync(Scope.ForClock(board.Key.Tenant), board.Key.Meeting, CancellationToken.None), CancellationToken.None);
                if (seen is { } before && before != now) await TellAsync(board);
                seen = now;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database is away: the boards stay as they are, and the next look tells.
                log.LogWarning(failure, "A reply board could not be looked at");
            }
            await Task.Delay(Pause, clock);
        }
    }

    private async Task TellAsync(Board board)
    {
        Func<Task>[] readers;
        lock (board) readers = [.. board.Readers];
        foreach (var changed in readers)
        {
            try
            {
                await changed();
            }
            catch (Exception failure) when (failure is ObjectDisposedException or InvalidOperationException)
            {
                log.LogDebug(failure, "A page closed while it was being told");
            }
        }
    }

    private void Leave(Board board, Func<Task> changed)
    {
        lock (board)
        {
            board.Readers.Remove(changed);
            if (board.Readers.Count > 0) return;
            board.IsOver = true;
            boards.TryRemove(board.Key, out _);
        }
    }

    private sealed class Board((Guid Tenant, Guid Meeting) key)
    {
        public (Guid Tenant, Guid Meeting) Key { get; } = key;
        public List<Func<Task>> Readers { get; } = [];
        public Task? Looking { get; set; }
        public bool IsOver { get; set; }
    }

    private sealed class Reader(ReplyBoards boards, Board board, Func<Task> changed) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) boards.Leave(board, changed);
        }
    }
}
