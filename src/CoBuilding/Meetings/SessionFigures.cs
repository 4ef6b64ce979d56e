namespace CoBuilding.Meetings;

/// <summary>As kept at the opening.</summary>
public sealed record SessionFigures(
    DateTimeOffset OpenedAt,
    string OpenedBy,
    int Due,
    int Present,
    int Substitutes,
    int Guests,
    QuorumState? Quorum,
    int? Needed,
    int? ShortBy,
    bool MissesChair
);
