using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;
using FluentValidation;

namespace CoBuilding.Committees.Library;

/// <summary>Corrects the title and kind of a document; the content is changed by versions.</summary>
public sealed class EditLibraryDocument(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid DocumentId { get; init; }
        public long ExpectedVersion { get; init; }
        public string DocumentKind { get; set; } = "";
        public string Title { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.DocumentKind).NotEmpty().MaximumLength(LibraryDocument.LongestKind);
                RuleFor(f => f.Title).NotEmpty().MaximumLength(LibraryDocument.LongestTitle).WithName(_ => Wording.T("Library.Title"));
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var document = await PortalDb.FindAsync(db.LibraryDocuments, form.DocumentId, ct);
        await db.ExpectAsync(document, form.ExpectedVersion, ct);
        (document.DocumentKind, document.Title) = (form.DocumentKind.Trim(), form.Title.Trim());
        await db.CommitAsync(ct);
    }
}
