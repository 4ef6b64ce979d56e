using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using FluentValidation;

namespace CoBuilding.Meetings.Agendas;

/// <summary>The secretariat adds a file to a topic: its own, or what a unit sent it another way.</summary>
public sealed class AttachFile(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid TopicId { get; init; }
        public CheckedUpload? File { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.File).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var topic = await PortalDb.FindAsync(db.Topics, form.TopicId, ct);
        if (topic.State == TopicState.Withdrawn)
            throw TopicsRules.IsSettled();
        await TopicFileStore.AttachAsync(db, topic, [form.File!], ct);
        await db.CommitAsync(ct);
    }
}
