using CoBuilding.Data;

namespace CoBuilding.Committees;

internal static class LifecycleRules
{
    public static RuleBroken NotEstablished() => new("Lifecycle.NotEstablished");

    public static RuleBroken PreparationIsOver() => new("Lifecycle.PreparationIsOver");

    public static RuleBroken OutOfTurn() => new("Lifecycle.OutOfTurn");

    public static RuleBroken BeforeLastStep(DateOnly day) => new("Lifecycle.BeforeLastStep", "On", day);

    public static RuleBroken NotLevelAbove() => new("Lifecycle.NotLevelAbove");

    public static RuleBroken DocumentMissing() => new("Lifecycle.DocumentMissing", "DocumentNumber");

    public static RuleBroken EndsBeforeItBegins() => new("Lifecycle.EndsBeforeItBegins", "TermEndsOn");
}
