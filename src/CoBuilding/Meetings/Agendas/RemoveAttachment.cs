using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>A unit takes back a file that it attached, while the topic may still be changed: its content is erased.</summary>
public sealed class RemoveAttachment(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Null for a link, which is for one call.</summary>
        public Guid? CallId { get; init; }
        public Guid AttachmentId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ProposeTopics, form, ct);
        var (call, plan, _) = await TopicCalls.OfResponderAsync(db, form.CallId, ct);
        plan.CheckCollecting(db.Now);
        var attachment =
            await db.TopicAttachments.SingleOrDefaultAsync(a => a.Id == form.AttachmentId && a.CallId == call.Id, ct)
            ?? throw new NotFound();
        (await PortalDb.FindAsync(db.Topics, attachment.TopicId, ct)).CheckChangeable();
        (await PortalDb.FindAsync(db.KeptFiles, attachment.FileId, ct)).Erase(Wording.T("Topics.FileTakenBack"), db.Now);
        await db.CommitAsync(ct);
    }
}
