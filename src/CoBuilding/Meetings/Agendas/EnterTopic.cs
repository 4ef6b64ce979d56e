using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using FluentValidation;

namespace CoBuilding.Meetings.Agendas;

/// <summary>Records a topic: the host's own, or one reported by a unit.</summary>
public sealed class EnterTopic(Door door)
{
    public sealed record Form : TopicFields
    {
        public Guid PlanId { get; init; }
        public Guid TopicId { get; init; } = Guid.CreateVersion7();

        /// <summary>The seat that proposed it; null: the host's own.</summary>
        public Guid? CallId { get; set; }

        /// <summary>The person who reported it.</summary>
        public string? ToldBy { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.ToldBy).NotEmpty().When(f => f.CallId is not null).MaximumLength(40);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var plan = await PortalDb.FindAsync(db.MeetingPlans, form.PlanId, ct);
        plan.CheckOpen();
        var call = form.CallId is { } id ? await PortalDb.FindAsync(db.TopicCalls, id, ct) : null;
        if (call is not null && call.PlanId != plan.Id)
            throw new NotFound();
        await MeetingWord.CheckCategoryAsync(db, form.CategoryId, ct);
        var topic = new Topic
        {
            Id = form.TopicId,
            PlanId = plan.Id,
            PlaceId = plan.PlaceId,
            CallId = call?.Id,
            UnitId = call?.UnitId,
            Title = "",
            Source = call is null ? TopicSource.Host : TopicSource.Clerk,
            ProposedBy = call is null ? null : form.ToldBy.OrNull(),
            ProposedAt = db.Now,
        };
        form.WriteTo(topic);
        await TopicFileStore.AttachAsync(db, topic, form.Files, ct);
        db.Topics.Add(topic);
        await db.CommitAsync(ct);
    }
}
