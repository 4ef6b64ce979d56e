using System.Collections.Concurrent;
using CoBuilding.Access;
using CoBuilding.Meetings.Replies;

namespace CoBuilding.Web.Pages.Meetings.Replies;

/// <summary>
/// Notifies open boards of new replies within two seconds, whichever node received them: one query per second and open meeting
/// in each process, however many pages show it. Writers send no notification, so replies are not slowed down.
/// </summary>
public sealed class ReplyBoardWatcher(WatchReplies watch, TimeProvider clock, ILogger<ReplyBoardWatcher> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ILogger log = log;
    private readonly ConcurrentDictionary<(Guid Tenant, Guid Meeting), Board> boards = new();

    /// <summary>
    /// Calls <paramref name="changed"/> once at the start, since there may be changes after the page was loaded, and after each change,
    /// until the result is disposed; calls do not overlap.
    /// </summary>
    public IDisposable Watch(Guid tenant, Guid meeting, Func<Task> changed)
    {
        while (true)
        {
            var board = boards.GetOrAdd((tenant, meeting), key => new Board(key));
            lock (board)
            {
                if (board.IsOver)
                    continue;
                var reader = new Reader(this, board, changed);
                board.Readers.Add(reader);
                board.Looking ??= LookAsync(board);
                return reader;
            }
        }
    }

    private async Task LookAsync(Board board)
    {
        while (!board.IsOver)
        {
            try
            {
                var now = await TransientRetry.AskAsync(
                    () => watch.AskAsync(Scope.ForClock(board.Key.Tenant), board.Key.Meeting, CancellationToken.None),
                    CancellationToken.None
                );
                Reader[] readers;
                lock (board)
                    readers = [.. board.Readers];
                foreach (var reader in readers)
                    reader.Tell(now);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database is unavailable: the boards stay as they are until the next query.
                log.LogWarning(failure, "A reply board could not be looked at");
            }
            await Task.Delay(Pause, clock);
        }
    }

    private void GoBack(Board board, Reader reader)
    {
        lock (board)
        {
            board.Readers.Remove(reader);
            if (board.Readers.Count > 0)
                return;
            board.IsOver = true;
            boards.TryRemove(board.Key, out _);
        }
    }

    private sealed class Board((Guid Tenant, Guid Meeting) key)
    {
        public (Guid Tenant, Guid Meeting) Key { get; } = key;
        public List<Reader> Readers { get; } = [];
        public Task? Looking { get; set; }
        public bool IsOver { get; set; }
    }

    /// <summary>One open page. Pages are notified separately, so that a slow one does not delay the others.</summary>
    private sealed class Reader(ReplyBoardWatcher boards, Board board, Func<Task> changed) : IDisposable
    {
        private int left;
        private long? seen;
        private Task telling = Task.CompletedTask;

        public void Tell(long now)
        {
            if (seen == now || !telling.IsCompleted)
                return;
            telling = TellAsync(now);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                boards.GoBack(board, this);
        }

        private async Task TellAsync(long now)
        {
            seen = now;
            try
            {
                await changed();
            }
            catch (Exception failure) when (failure is ObjectDisposedException or InvalidOperationException)
            {
                boards.log.LogDebug(failure, "A page closed while it was being told");
            }
            catch (Exception failure)
            {
                seen = null;
                if (failure is not OperationCanceledException)
                    boards.log.LogWarning(failure, "An open board could not be read again");
            }
        }
    }
}
