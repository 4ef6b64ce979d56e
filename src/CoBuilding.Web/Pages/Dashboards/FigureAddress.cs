namespace CoBuilding.Web.Pages.Dashboards;

/// <param name="Rows">The list of the rows that a figure counts.</param>
/// <param name="Export">The same as a workbook; null if there is none.</param>
public sealed record FigureAddress(string Rows, string? Export);
