using CoBuilding.Documents;
using CoBuilding.Documents.Importing;

namespace CoBuilding.Web.Pages.Importing;

/// <summary>One kind of list that can be imported: its template, its check, its saving.</summary>
public sealed record Importable(
    Func<CancellationToken, Task<Document>> Template,
    Func<Brought, IProgress<ImportStep>, CancellationToken, Task<ImportCheck>> Check,
    Func<Sending, IProgress<ImportStep>, CancellationToken, Task<ImportCheck>> Save);

/// <summary>What is sent to save a list; the page makes its use case's form of it.</summary>
public sealed record Sending(Guid OperationId, Brought Source, bool OnlyGood, Guid Seen);
