using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using FluentValidation;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// The host erases the content of an attachment uploaded by mistake. The upload, the uploader and the reason stay on record.
/// </summary>
public sealed class EraseAttachment(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid AttachmentId { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var attachment = await PortalDb.FindAsync(db.TopicAttachments, form.AttachmentId, ct);
        (await PortalDb.FindAsync(db.KeptFiles, attachment.FileId, ct)).Erase(form.Reason.Trim(), db.Now);
        await db.CommitAsync(ct);
    }
}
