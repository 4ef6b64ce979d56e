using System.Threading.Channels;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Reader.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoBuilding.Documents.Reading;

/// <summary>
/// Reads untrusted files in separate processes, so that a file that crashes, exhausts or delays its parser affects only itself. A
/// few are kept ready; each is replaced after many files or any fault. Each actor has one file being read at a time.
/// </summary>
public sealed class ReaderPool : IAsyncDisposable
{
    private readonly ReaderSettings settings;
    private readonly ILogger<ReaderPool> log;
    private readonly Slot[] slots;
    private readonly Channel<Slot> free = Channel.CreateUnbounded<Slot>();
    private readonly PerAskerQueue queue = new();

    public ReaderPool(IOptions<ReaderSettings> options, ILogger<ReaderPool> log)
    {
        (settings, this.log) = (options.Value, log);
        slots = [.. Enumerable.Range(0, settings.Children).Select(_ => new Slot(settings))];
        foreach (var slot in slots)
            free.Writer.TryWrite(slot);
    }

    /// <summary>The number of processes kept ready.</summary>
    internal IEnumerable<int> ProcessIds =>
        slots.Where(s => s.Child is { IsCompletedSuccessfully: true }).Select(s => s.Child!.Result.ProcessId);

    /// <summary>One process, starting or ready.</summary>
    private sealed class Slot(ReaderSettings settings)
    {
        public Task<ReaderChild>? Child { get; private set; }

        public Task<ReaderChild> Ready() => Child = Child is { IsFaulted: false } ready ? ready : ReaderChild.StartAsync(settings);

        public void Renew()
        {
            if (Child is { IsCompletedSuccessfully: true } old)
                old.Result.Dispose();
            Child = null;
        }
    }

    /// <summary>Starts the children.</summary>
    /// <returns>The protections that the system does not allow.</returns>
    /// <exception cref="InvalidOperationException">They do not start.</exception>
    public async Task<IReadOnlyList<Protection>> WarmAsync(CancellationToken ct)
    {
        List<Slot> taken = [];
        try
        {
            while (taken.Count < settings.Children)
                taken.Add(await free.Reader.ReadAsync(ct));
            var ready = await Task.WhenAll(taken.Select(s => s.Ready()));
            return [.. ready.SelectMany(c => c.Missing).Distinct()];
        }
        finally
        {
            foreach (var slot in taken)
                free.Writer.TryWrite(slot);
        }
    }

    /// <param name="file">Read from its current position; its length is known.</param>
    /// <param name="hear">
    /// Called for each row or line, and at the end of each sheet, where it answers whether to continue. It must not throw.
    /// </param>
    /// <returns>Null: the file was read to its end.</returns>
    /// <exception cref="RuleBroken">
    /// The file was not read: all processes were busy for too long, a limit was exceeded, or the process crashed.
    /// </exception>
    internal async Task<ReaderMessage.Refused?> ReadAsync(
        Scope scope,
        ReadingKind kind,
        Stream file,
        Func<ReaderMessage, ReaderMessage?> hear,
        CancellationToken ct
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.WaitSeconds));
        try
        {
            using var turn = await queue.TakeAsync(scope.Asker, patience.Token);
            var slot = await free.Reader.ReadAsync(patience.Token);
            try
            {
                return await ReadAsync(slot, kind, file, hear, patience.Token, ct);
            }
            finally
            {
                free.Writer.TryWrite(slot);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw ReaderRules.Busy();
        }
    }

    private async Task<ReaderMessage.Refused?> ReadAsync(
        Slot slot,
        ReadingKind kind,
        Stream file,
        Func<ReaderMessage, ReaderMessage?> hear,
        CancellationToken patience,
        CancellationToken ct
    )
    {
        ReaderChild child;
        try
        {
            child = await slot.Ready().WaitAsync(patience);
        }
        catch (InvalidOperationException failure)
        {
            log.LogError(failure, "Foreign files cannot be read");
            slot.Renew();
            throw ReaderRules.Unavailable();
        }
        var isWhole = false;
        try
        {
            var refused = await child.ReadAsync(kind, file, hear, ct);
            isWhole = refused?.Reason is not RefusalReason.OutOfMemory;
            return refused;
        }
        catch (RuleBroken broken)
        {
            log.LogWarning(
                "A reader ended over a file ({Kind}, {Bytes} bytes): {Rule}, {Ending}",
                kind,
                file.Length,
                broken.Key,
                await child.EndAsync()
            );
            throw;
        }
        finally
        {
            if (!isWhole || child.IsWorn)
            {
                slot.Renew();
                // Kept for the next file.
                _ = slot.Ready();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        free.Writer.TryComplete();
        foreach (var slot in slots)
        {
            try
            {
                if (slot.Child is { } child)
                    (await child).Dispose();
            }
            catch (InvalidOperationException)
            {
                // It never started.
            }
        }
    }
}
