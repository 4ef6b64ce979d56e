using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>A unit takes a topic back, until the deadline.</summary>
public sealed class WithdrawTopic(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Null for a link, which is for one call.</summary>
        public Guid? CallId { get; init; }
        public Guid TopicId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ProposeTopics, form, ct);
        var (call, plan, _) = await TopicCalls.OfResponderAsync(db, form.CallId, ct);
        plan.CheckCollecting(db.Now);
        var topic = await db.Topics.SingleOrDefaultAsync(t => t.Id == form.TopicId && t.CallId == call.Id, ct) ?? throw new NotFound();
        topic.Withdraw(db.Now);
        await db.CommitAsync(ct);
    }
}
