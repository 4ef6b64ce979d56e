using CoBuilding.Data;

namespace CoBuilding.Units;

internal static class UnitKindsRules
{
    public static RuleBroken WordIsTaken(string word, string kind) => new("UnitKinds.WordIsTaken", "Aliases", word, kind);

    public static RuleBroken AlreadyRetired() => new("UnitKinds.AlreadyRetired");

    public static RuleBroken NotRetired() => new("UnitKinds.NotRetired");

    public static RuleBroken KindIsRetired(string kind) => new("UnitKinds.KindIsRetired", "KindId", kind);
}
