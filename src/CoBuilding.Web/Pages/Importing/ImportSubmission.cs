using CoBuilding.Documents.Importing;

namespace CoBuilding.Web.Pages.Importing;

/// <summary>What is sent to save a list; the page makes its use case's form of it.</summary>
public sealed record ImportSubmission(Guid OperationId, ImportSource Source, bool OnlyGood, Guid FindingsHash);
