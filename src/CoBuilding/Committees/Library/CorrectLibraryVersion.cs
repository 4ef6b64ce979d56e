using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Library;

/// <summary>Corrects a version that was recorded wrongly: for example a wrong date or file. The earlier record stays, superseded.</summary>
public sealed class CorrectLibraryVersion(Door door)
{
    public sealed record Form : VersionFields
    {
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();
        public Guid DocumentId { get; init; }
        public long ExpectedVersion { get; init; }
        public int VersionNumber { get; init; }

        /// <summary>The file stays if no other is uploaded.</summary>
        public bool KeepsFile { get; set; }
        public string CorrectionReason { get; set; } = "";
        internal override bool HasOtherContent => KeepsFile;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.CorrectionReason).NotEmpty().MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var document = await PortalDb.FindAsync(db.LibraryDocuments, form.DocumentId, ct);
        await db.ExpectAsync(document, form.ExpectedVersion, ct);
        var versions = await LibraryQueries.VersionsAsync(db, document.Id, ct);
        var at = versions.FindIndex(v => v.VersionNumber == form.VersionNumber);
        if (at < 0)
            throw new NotFound();
        var facts = form.Facts(form.KeepsFile ? versions[at].FileId : null);
        if (facts is { FullText: null, FileId: null })
            throw LibraryRules.NoText();
        db.LibraryVersions.Add(
            document.Correct(
                form.NewRowId,
                versions[at],
                versions.ElementAtOrDefault(at - 1),
                versions.ElementAtOrDefault(at + 1),
                facts,
                form.CorrectionReason.Trim(),
                db.Now
            )
        );
        form.Keep(db, document.PlaceId);
        db.Touch(document);
        await db.CommitAsync(ct);
    }
}
