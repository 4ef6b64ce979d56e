namespace CoBuilding.Contracts;

/// <summary>A matter with which an agenda begins. Units see it on the paper: no notes, and no marks of what is late.</summary>
/// <param name="Href">The address of its page, below the district's.</param>
/// <param name="State">The key of the state's text.</param>
/// <param name="IsDone">Its lead says that it is done.</param>
/// <param name="IsStuck">It does not go on unless the host decides.</param>
public sealed record AgendaOpeningMatter(
    string Matter,
    string Href,
    string Lead,
    string State,
    DateOnly? Deadline,
    bool IsDone,
    bool IsStuck
);
