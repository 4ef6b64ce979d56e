using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Library;

/// <summary>Records a library document with its first version.</summary>
public sealed class AddLibraryDocument(Door door)
{
    public sealed record Form : VersionFields
    {
        public Guid DocumentId { get; init; } = Guid.CreateVersion7();
        public Guid VersionId { get; init; } = Guid.CreateVersion7();
        public Guid CommitteeId { get; init; }
        public string DocumentKind { get; set; } = "";
        public string Title { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.DocumentKind).NotEmpty().MaximumLength(LibraryDocument.LongestKind);
                RuleFor(f => f.Title).NotEmpty().MaximumLength(LibraryDocument.LongestTitle).WithName(_ => Wording.T("Library.Title"));
                Check(this);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees.AsNoTracking(), form.CommitteeId, ct);
        var document = new LibraryDocument
        {
            Id = form.DocumentId,
            CommitteeId = committee.Id,
            PlaceId = committee.PlaceId,
            DocumentKind = form.DocumentKind.Trim(),
            Title = form.Title.Trim(),
        };
        db.LibraryDocuments.Add(document);
        db.LibraryVersions.Add(document.Issue(form.VersionId, null, form.Facts(), db.Now));
        form.Keep(db, document.PlaceId);
        await db.CommitAsync(ct);
    }
}
