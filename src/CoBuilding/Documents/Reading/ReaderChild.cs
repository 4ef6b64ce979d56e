using System.Diagnostics;
using System.Text;
using CoBuilding.Data;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents.Reading;

/// <summary>A process that reads one file after the other. It is discarded after any fault.</summary>
internal sealed class ReaderChild : IDisposable
{
    private const int KilledExitCode = 128 + 9;
    private const int LongestComplaint = 4000;
    private const int PipeBuffer = 64 * 1024;
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly MessagePipe pipe;
    private readonly ReaderSettings settings;
    private readonly Task<string> complaint;
    private int files;

    private ReaderChild(Process process, ReaderSettings settings)
    {
        (this.process, this.settings) = (process, settings);
        // Most messages are short, and each would need two system calls otherwise.
        pipe = new MessagePipe(
            new BufferedStream(process.StandardOutput.BaseStream, PipeBuffer),
            process.StandardInput.BaseStream,
            MessagePipe.MostAnswer
        );
        complaint = ComplaintAsync(process.StandardError);
    }

    public int ProcessId => process.Id;
    public IReadOnlyList<Protection> Missing { get; private set; } = [];
    public bool IsWorn => files >= settings.FilesPerChild || process.HasExited;

    /// <exception cref="InvalidOperationException">It does not start, or has another version.</exception>
    public static async Task<ReaderChild> StartAsync(ReaderSettings settings)
    {
        var child = new ReaderChild(ReaderProgram.Start(settings), settings);
        try
        {
            using var patience = new CancellationTokenSource(ToStart);
            if (await child.pipe.ReadAsync(patience.Token) is not ReaderMessage.Hello { Version: MessagePipe.Version } hello)
                throw new InvalidOperationException($"The reader did not start: {await child.EndAsync()}");
            child.Missing = hello.Missing;
            return child;
        }
        catch (Exception failure)
        {
            child.Dispose();
            throw failure is InvalidOperationException ? failure : new InvalidOperationException("The reader did not start.", failure);
        }
    }

    /// <summary>Reads one file.</summary>
    /// <param name="hear">Called for each row or line, and at the end of each sheet, where it answers whether to continue.</param>
    /// <returns>Null: it was read to its end.</returns>
    /// <exception cref="RuleBroken">
    /// The process ended before the file was read completely; the exception gives the reason as far as known.
    /// </exception>
    public async Task<ReaderMessage.Refused?> ReadAsync(
        ReadingKind kind,
        Stream file,
        Func<ReaderMessage, ReaderMessage?> hear,
        CancellationToken ct
    )
    {
        files++;
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(ct);
        clock.CancelAfter(TimeSpan.FromSeconds(settings.Seconds));
        try
        {
            ProcessorLimit.Raise(process, settings.ProcessorSeconds);
            await pipe.WriteRequestAsync(kind, file, clock.Token);
            while (true)
            {
                switch (await pipe.ReadAsync(clock.Token))
                {
                    case null:
                        throw new EndOfStreamException();
                    case ReaderMessage.Done:
                        return null;
                    case ReaderMessage.Refused refused:
                        return refused;
                    case var said:
                        if (hear(said) is { } answer)
                            await pipe.WriteAsync(answer, clock.Token);
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            process.Kill();
            throw ReaderRules.TookTooLong(settings.Seconds);
        }
        catch (Exception ended) when (ended is IOException or InvalidDataException or InvalidOperationException)
        {
            throw Why(await EndAsync());
        }
    }

    /// <summary>The error output of an ended process, for the log.</summary>
    public async Task<string> EndAsync()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(ToEnd);
            return $"exit code {process.ExitCode} {await complaint.WaitAsync(ToEnd)}".Trim();
        }
        catch (Exception unknown) when (unknown is InvalidOperationException or TimeoutException)
        {
            return "ended";
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        pipe.Dispose();
        process.Dispose();
    }

    private RuleBroken Why(string ending) =>
        process.HasExited && process.ExitCode == ProcessorLimit.ExitCode ? ReaderRules.TookTooLong(settings.ProcessorSeconds)
        : (process.HasExited && process.ExitCode == KilledExitCode) || ending.Contains("emory", StringComparison.Ordinal)
            ? ReaderRules.GrewTooLarge()
        : ReaderRules.Stopped();

    /// <summary>Only the beginning is read. The rest, such as a very long stack trace, is not read, to save time on both sides.</summary>
    private static async Task<string> ComplaintAsync(StreamReader error)
    {
        var (kept, piece) = (new StringBuilder(), new char[1024]);
        try
        {
            while (kept.Length < LongestComplaint && await error.ReadAsync(piece) is > 0 and var read)
                kept.Append(piece, 0, read);
            error.Dispose();
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // Ends with the process.
        }
        return kept.ToString().ReplaceLineEndings(" ");
    }
}
