namespace CoBuilding.Committees;

/// <summary>Numbers of due and present members, votes cast and valid, and the manner of voting.</summary>
public sealed record ConveningFigures(int? Due, int? Attended, int? VotesCast, int? VotesValid, string? Manner);
