using CoBuilding.Documents;
using CoBuilding.Documents.Importing;

namespace CoBuilding.Web.Pages.Importing;

/// <summary>One kind of list that can be imported: its template, its check, its saving.</summary>
public sealed record ImportKind(
    Func<CancellationToken, Task<DocumentFile>> Template,
    Func<ImportSource, IProgress<ImportStep>, CancellationToken, Task<ImportCheck>> Check,
    Func<ImportSubmission, IProgress<ImportStep>, CancellationToken, Task<ImportCheck>> Save);

/// <summary>What is sent to save a list; the page makes its use case's form of it.</summary>
public sealed record ImportSubmission(Guid OperationId, ImportSource Source, bool OnlyGood, Guid FindingsHash);
