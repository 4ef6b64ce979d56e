namespace CoBuilding.Documents.Importing;

/// <summary>The findings of one row, in the actor's language.</summary>
/// <param name="Number">The row as the spreadsheet numbers it.</param>
/// <param name="Shown">The cells that identify the row; under <see cref="ImportCheck.Headers"/>.</param>
/// <param name="Messages">Errors; otherwise remarks.</param>
public sealed record ImportRow(
    int Number,
    RowStatus Status,
    IReadOnlyList<string?> Shown,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<string> Messages
);
