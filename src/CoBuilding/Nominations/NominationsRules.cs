using CoBuilding.Data;

namespace CoBuilding.Nominations;

internal static class NominationsRules
{
    public static RuleBroken OutOfTurn() => new("Nominations.OutOfTurn");

    public static RuleBroken IsOver() => new("Nominations.IsOver");

    public static RuleBroken NotWilling() => new("Nominations.NotWilling", "PersonIsWilling");

    public static RuleBroken SamePerson() => new("Nominations.SamePerson", "AnotherPersonId");

    public static RuleBroken DocumentMissing() => new("Nominations.DocumentMissing", "DocumentNumber");

    public static RuleBroken NotLevelAbove() => new("Nominations.NotLevelAbove");

    public static RuleBroken BeforeLastStep(DateOnly day) => new("Nominations.BeforeLastStep", "On", day);

    public static RuleBroken StillPublic(DateOnly lastDay) => new("Nominations.StillPublic", "On", lastDay);

    public static RuleBroken SeatIsHeld(string name) => new("Nominations.SeatIsHeld", "SeatId", name);

    public static RuleBroken SeatIsHeldThen() => new("Committees.SeatIsTaken", "On");

    public static RuleBroken UnitHasSeat() => new("Committees.UnitHasSeat", "UnitId");

    public static RuleBroken ChangedMeanwhile() => new("Nominations.ChangedMeanwhile");

    public static RuleBroken NothingToPrint() => new("Nominations.NothingToPrint");
}
