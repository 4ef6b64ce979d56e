using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Jobs.Outbox;

/// <summary>Records the result of sending a claimed message.</summary>
public sealed class RecordDelivery(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MessageId { get; init; }
        public Delivery Delivery { get; init; } = Delivery.Unknown(DeliveryFailure.Interrupted);
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SendMessages, form, ct);
        var message = await PortalDb.FindAsync(db.Messages, form.MessageId, ct);
        message.Record(form.Delivery, db.Now, Random.Shared.NextDouble());
        await db.CommitAsync(ct);
    }
}
