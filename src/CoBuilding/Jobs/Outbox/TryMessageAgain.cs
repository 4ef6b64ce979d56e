using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Jobs.Outbox;

/// <summary>Sends a message again that failed, had no address, or is uncertain.</summary>
public sealed class TryMessageAgain(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MessageId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>For an uncertain message: a possible duplicate is accepted.</summary>
        public bool MayArriveTwice { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var message = await PortalDb.FindAsync(db.Messages, form.MessageId, ct);
        await db.ExpectAsync(message, form.ExpectedVersion, ct);
        message.TryAgain(form.MayArriveTwice, db.Now);
        await db.CommitAsync(ct);
    }
}
