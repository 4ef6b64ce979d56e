using CoBuilding.Data;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Under which notices hang; a district has its own.</summary>
public sealed class NoticeTopic : Tenanted
{
    public required string Name { get; init; }
}
