using CoBuilding.Access;
using CoBuilding.Meetings.Words;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>A unit that was asked proposes a topic, or changes one of its own, until the deadline. By link or signed in.</summary>
public sealed class ProposeTopic(Door door)
{
    /// <summary>The limit per seat and meeting, against accidental repeats.</summary>
    private const int Most = 10;

    public sealed record Form : TopicFields
    {
        /// <summary>Null for a link, which is for one call.</summary>
        public Guid? CallId { get; init; }

        [MayExist]
        public Guid TopicId { get; init; } = Guid.CreateVersion7();

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => Check(this);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ProposeTopics, form, ct);
        var (call, plan, acting) = await TopicCalls.OfResponderAsync(db, form.CallId, ct);
        plan.CheckCollecting(db.Now);
        await MeetingWord.CheckCategoryAsync(db, form.CategoryId, ct);
        var topic = await db.Topics.SingleOrDefaultAsync(t => t.Id == form.TopicId && t.CallId == call.Id, ct);
        if (topic is null)
        {
            if (await db.Topics.CountAsync(t => t.CallId == call.Id && t.State != TopicState.Withdrawn, ct) >= Most)
                throw TopicsRules.TooMany();
            topic = new Topic
            {
                Id = form.TopicId,
                PlanId = plan.Id,
                PlaceId = plan.PlaceId,
                CallId = call.Id,
                UnitId = call.UnitId,
                Title = "",
                Source = acting.Source == ReplySource.LiaisonOfficer ? TopicSource.LiaisonOfficer : TopicSource.Holder,
                ProposedBy = acting.Actor,
                ProposedAt = db.Now,
            };
            db.Topics.Add(topic);
        }
        topic.CheckChangeable();
        form.WriteTo(topic);
        await TopicFileStore.AttachAsync(db, topic, form.Files, ct);
        await db.CommitAsync(ct);
    }
}
