namespace CoBuilding.Meetings;

/// <param name="MissesChair">No possible chair is present.</param>
public sealed record QuorumCheck(Quorum Quorum, QuorumState State, int Needed, int PresentCount, int ShortBy, bool MissesChair);
