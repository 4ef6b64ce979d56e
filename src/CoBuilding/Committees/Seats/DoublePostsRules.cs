using CoBuilding.Data;

namespace CoBuilding.Committees.Seats;

internal static class DoublePostsRules
{
    public static RuleBroken ReasonMissing(string committee) => new("DoublePosts.ReasonMissing", "DoublePostReason", committee);
}
