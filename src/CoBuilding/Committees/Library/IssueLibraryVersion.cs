using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Library;

/// <summary>
/// Enters a document's next version, which replaces the one before from its first day on. The previous one can still be read.
/// </summary>
public sealed class IssueLibraryVersion(Door door)
{
    public sealed record Form : VersionFields
    {
        public Guid VersionId { get; init; } = Guid.CreateVersion7();
        public Guid DocumentId { get; init; }
        public long ExpectedVersion { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => Check(this);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var document = await PortalDb.FindAsync(db.LibraryDocuments, form.DocumentId, ct);
        await db.ExpectAsync(document, form.ExpectedVersion, ct);
        var latest = (await LibraryQueries.VersionsAsync(db, document.Id, ct))[^1];
        db.LibraryVersions.Add(document.Issue(form.VersionId, latest, form.Facts(), db.Now));
        form.Keep(db, document.PlaceId);
        db.Touch(document);
        await db.CommitAsync(ct);
    }
}
