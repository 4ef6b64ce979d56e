using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Library;

/// <summary>Repeals a document without a replacement. It can still be read.</summary>
public sealed class RepealLibraryDocument(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid DocumentId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day on which it is no longer in force.</summary>
        public DateOnly? On { get; set; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var document = await PortalDb.FindAsync(db.LibraryDocuments, form.DocumentId, ct);
        await db.ExpectAsync(document, form.ExpectedVersion, ct);
        document.Repeal((await LibraryQueries.VersionsAsync(db, document.Id, ct))[^1], form.On!.Value, form.Reason.Trim());
        await db.CommitAsync(ct);
    }
}
