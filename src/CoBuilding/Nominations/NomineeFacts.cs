namespace CoBuilding.Nominations;

/// <summary>Facts about the person on the day of the recommendation.</summary>
public sealed record NomineeFacts(
    SelectionWay Way,
    Gender? Gender = null,
    string? PartyPost = null,
    string? AdministrativePost = null,
    string? Rank = null,
    string? DoublePostReason = null
)
{
    /// <summary>What a post at the unit is on the form: a secretary's is a Party post.</summary>
    public static (string? PartyPost, string? AdministrativePost) PostOf(string title, bool isSecretary) =>
        isSecretary ? (title, null) : (null, title);
}
