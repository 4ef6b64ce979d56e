using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Jobs.Outbox;

/// <summary>Dismisses a message that failed, had no address or is uncertain, because its addressee was informed in another way.</summary>
public sealed class DismissMessage(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MessageId { get; init; }
        public long ExpectedVersion { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var message = await PortalDb.FindAsync(db.Messages, form.MessageId, ct);
        await db.ExpectAsync(message, form.ExpectedVersion, ct);
        message.Dismiss();
        await db.CommitAsync(ct);
    }
}
