using CoBuilding.Documents;
using CoBuilding.Documents.Importing;

namespace CoBuilding.Web.Pages.Importing;

/// <summary>One kind of list that can be imported: its template, its check, its saving.</summary>
public sealed record ImportKind(
    Func<CancellationToken, Task<DocumentFile>> Template,
    Func<ImportSource, IProgress<ImportStep>, CancellationToken, Task<ImportCheck>> Check,
    Func<ImportSubmission, IProgress<ImportStep>, CancellationToken, Task<ImportCheck>> Save
);
