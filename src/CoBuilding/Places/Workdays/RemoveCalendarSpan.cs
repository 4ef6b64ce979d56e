using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Places.Workdays;

/// <summary>Removes an entry: the days follow the normal week again.</summary>
public sealed class RemoveCalendarSpan(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid SpanId { get; init; }
        public long ExpectedVersion { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var span = await PortalDb.FindAsync(db.CalendarSpans, form.SpanId, ct);
        await db.ExpectAsync(span, form.ExpectedVersion, ct);
        span.Remove(db.Now);
        await db.CommitAsync(ct);
    }
}
