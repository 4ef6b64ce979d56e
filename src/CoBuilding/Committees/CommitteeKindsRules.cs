using CoBuilding.Data;

namespace CoBuilding.Committees;

internal static class CommitteeKindsRules
{
    public static RuleBroken AlreadyRetired() => new("CommitteeKinds.AlreadyRetired");

    public static RuleBroken NotRetired() => new("CommitteeKinds.NotRetired");

    public static RuleBroken KindIsRetired(string kind) => new("CommitteeKinds.KindIsRetired", "KindId", kind);
}
