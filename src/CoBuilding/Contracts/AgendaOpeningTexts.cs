namespace CoBuilding.Contracts;

/// <summary>Keys of the texts about one kind of matters with which an agenda begins.</summary>
/// <param name="Line">The line of the agenda.</param>
/// <param name="LineHint">Beside the line while the agenda is drafted.</param>
/// <param name="List">Names the page that lists the matters.</param>
/// <param name="Heading">Above the matters on a page; {0} is their number.</param>
/// <param name="PaperHeading">Above the matters on the agenda's paper.</param>
/// <param name="Matter">Heads the column of the matters.</param>
/// <param name="Lead">Heads the column of who leads.</param>
public sealed record AgendaOpeningTexts(
    string Line,
    string LineHint,
    string List,
    string Heading,
    string PaperHeading,
    string Matter,
    string Lead
);
