using CoBuilding.Data;

namespace CoBuilding.Units;

internal static class DuplicatesRules
{
    public static RuleBroken SameRecord() => new("Duplicates.SameRecord", "SurvivorId");

    public static RuleBroken AlreadyMerged(string name) => new("Duplicates.AlreadyMerged", "SurvivorId", name);

    public static RuleBroken NotMerged(string name) => new("Duplicates.NotMerged", null, name);

    public static RuleBroken HasDuplicates(string name) => new("Duplicates.HasDuplicates", "SurvivorId", name);

    public static RuleBroken HoldsSeats(string unit, string bodies) => new("Duplicates.HoldsSeats", "SurvivorId", unit, bodies);

    public static RuleBroken BothSitOn(string name, string body) => new("Duplicates.BothSitOn", "SurvivorId", name, body);

    public static RuleBroken BothHaveSecretaries(string duplicate, string survivor) =>
        new("Duplicates.BothHaveSecretaries", "SurvivorId", duplicate, survivor);

    public static RuleBroken SurvivorHasLeft(string name) => new("Duplicates.SurvivorHasLeft", "SurvivorId", name);

    public static RuleBroken RecordIsMerged(string name) => new("Duplicates.RecordIsMerged", null, name);
}
