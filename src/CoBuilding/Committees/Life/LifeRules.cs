using CoBuilding.Data;

namespace CoBuilding.Committees.Life;

internal static class LifeRules
{
    public static RuleBroken NotEstablished() => new("Life.NotEstablished");
    public static RuleBroken PreparationIsOver() => new("Life.PreparationIsOver");
    public static RuleBroken OutOfTurn() => new("Life.OutOfTurn");
    public static RuleBroken BeforeLastStep(DateOnly day) => new("Life.BeforeLastStep", "On", day);
    public static RuleBroken NotLevelAbove() => new("Life.NotLevelAbove");
    public static RuleBroken DocumentMissing() => new("Life.DocumentMissing", "DocumentNumber");
    public static RuleBroken EndsBeforeItBegins() => new("Life.EndsBeforeItBegins", "TermEndsOn");
}
