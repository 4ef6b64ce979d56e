using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CoBuilding.Web.Tests.House;

/// <summary>Everything that the portal logs, as Production would write it.</summary>
public sealed class LogLines : ILogEventSink
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly CompactJsonFormatter formatter = new();

    public IReadOnlyCollection<string> Lines => lines;

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter();
        formatter.Format(logEvent, text);
        lines.Enqueue(text.ToString());
    }
}
