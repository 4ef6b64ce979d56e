using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Library;

/// <summary>Erases the content of a file uploaded by mistake. The upload, the uploader and the reason stay on record.</summary>
public sealed class EraseLibraryFile(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid FileId { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        if (!await db.LibraryVersions.AnyAsync(v => v.FileId == form.FileId, ct))
            throw new NotFound();
        var file = await PortalDb.FindAsync(db.KeptFiles, form.FileId, ct);
        file.Erase(form.Reason.Trim(), db.Now);
        await db.CommitAsync(ct);
    }
}
