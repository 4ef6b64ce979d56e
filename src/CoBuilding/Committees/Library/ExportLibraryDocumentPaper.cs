using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Library;

/// <summary>The text of a document's version as a Word paper. Journaled.</summary>
public sealed class ExportLibraryDocumentPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, SeeLibraryDocument.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReadLibrary, ct);
        var document = await SeeLibraryDocument.ReadAsync(db, question, ct);
        if (document.FullText is not { } text)
            throw LibraryRules.NoText();
        return await db.ExportAsync(
            scope,
            "library_documents",
            document.Id,
            1,
            () =>
                (
                    document.Title,
                    new Paper([
                        new Block.Title(document.Title),
                        new Block.Line(Adopted(document), LineSide.Middle),
                        .. text.Split('\n')
                            .Where(line => !string.IsNullOrWhiteSpace(line))
                            .Select(line => new Block.Paragraph(line.Trim())),
                    ])
                ),
            ct
        );
    }

    /// <summary>The line with adoption, first day in force and version.</summary>
    public static string Adopted(SeeLibraryDocument.Answer document)
    {
        var version = document.Shown;
        return version.AdoptedBy is { } by
            ? Wording.T("Library.AdoptedByLine", by, version.AdoptedOn.InShort(), version.From.InShort(), version.Number)
            : Wording.T("Library.AdoptedLine", version.AdoptedOn.InShort(), version.From.InShort(), version.Number);
    }
}
