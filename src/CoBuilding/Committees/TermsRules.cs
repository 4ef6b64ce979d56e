using CoBuilding.Data;

namespace CoBuilding.Committees;

internal static class TermsRules
{
    public static RuleBroken BeforeThisTerm(DateOnly from) => new("Terms.BeforeThisTerm", "On", from);

    public static RuleBroken EndsBeforeItBegins() => new("Terms.EndsBeforeItBegins", "TermEndsOn");

    public static RuleBroken TooEarly(DateOnly first) => new("Terms.TooEarly", "On", first);

    public static RuleBroken TooLate(DateOnly last) => new("Terms.TooLate", "On", last);

    public static RuleBroken ApprovalMissing(DateOnly first, DateOnly end) => new("Terms.ApprovalMissing", "Approval", first, end);

    public static RuleBroken RenewalIsOver() => new("Terms.RenewalIsOver");

    public static RuleBroken BeforeOpening(DateOnly opened) => new("Terms.BeforeOpening", "On", opened);
}
