using CoBuilding.Documents;
using CoBuilding.Documents.Importing;

namespace CoBuilding.Tool;

/// <summary>One kind of list that can be imported and exported.</summary>
internal sealed record ListKind(
    Func<ImportSource, IProgress<ImportStep>?, CancellationToken, Task<ImportCheck>> Check,
    Func<ImportSource, bool, IProgress<ImportStep>?, CancellationToken, Task<ImportCheck>> Save,
    Func<CancellationToken, Task<DocumentFile>> Export
);
