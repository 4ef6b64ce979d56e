namespace CoBuilding.Documents;

/// <summary>One row of a file that has any text at all, as plain text cell by cell.</summary>
/// <param name="Number">The row number in the spreadsheet, or within a pasted block from 1.</param>
/// <param name="HasError">A cell shows an error such as <c>#REF!</c> instead of a value.</param>
/// <param name="Text">For a pasted block, the original text; otherwise empty.</param>
/// <param name="QuoteNotClosed">For a pasted block: the cell may contain the rows that follow.</param>
public sealed record SheetRow(int Number, string[] Cells, bool HasError = false, string Text = "", bool QuoteNotClosed = false);
