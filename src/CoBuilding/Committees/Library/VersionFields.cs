using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Texts;
using FluentValidation;

namespace CoBuilding.Committees.Library;

/// <summary>What is typed of a version: its text, a file, or both; when and how it was adopted; from when it holds.</summary>
public abstract record VersionFields : WritingForm
{
    public Guid FileId { get; init; } = Guid.CreateVersion7();
    public string FullText { get; set; } = "";
    public CheckedUpload? File { get; set; }
    public DateOnly? AdoptedOn { get; set; }
    public string? AdoptedBy { get; set; }
    public DateOnly? From { get; set; }
    public string? Remark { get; set; }

    /// <summary>There is a text to read without <see cref="FullText"/> and <see cref="File"/>: an earlier file that stays.</summary>
    internal virtual bool HasOtherContent => false;

    /// <param name="kept">The file that stays if none is uploaded.</param>
    internal LibraryVersion.Facts Facts(Guid? kept = null) =>
        new(
            FullText.OrNull()?.ReplaceLineEndings("\n"),
            File is null ? kept : FileId,
            AdoptedOn!.Value,
            AdoptedBy.OrNull(),
            From!.Value,
            Remark.OrNull()
        );

    /// <summary>Stores the uploaded file, if any.</summary>
    internal void Keep(PortalDb db, Guid placeId)
    {
        if (File is not null)
            db.KeptFiles.Add(KeptFile.Of(FileId, File, placeId, null, null, db.JournalActor.Name, db.Now));
    }

    internal static void Check<T>(AbstractValidator<T> shape)
        where T : VersionFields
    {
        shape.RuleFor(f => f.FullText).MaximumLength(LibraryVersion.LongestText);
        shape
            .RuleFor(f => f.FullText)
            .Must((f, text) => f.File is not null || f.HasOtherContent || !string.IsNullOrWhiteSpace(text))
            .WithMessage(_ => Wording.T("Library.TextOrFile"));
        shape.RuleFor(f => f.AdoptedOn).NotNull();
        shape.RuleFor(f => f.AdoptedBy).MaximumLength(100);
        shape.RuleFor(f => f.From).NotNull().WithName(_ => Wording.T("Library.From"));
        shape.RuleFor(f => f.Remark).MaximumLength(500);
    }
}
