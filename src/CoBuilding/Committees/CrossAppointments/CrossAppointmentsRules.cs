using CoBuilding.Data;

namespace CoBuilding.Committees.CrossAppointments;

internal static class CrossAppointmentsRules
{
    public static RuleBroken NoPartyOrganization(string unit) => new("CrossAppointments.NoPartyOrganization", "UnitId", unit);

    public static RuleBroken OutsideTerritory(string place) => new("CrossAppointments.OutsideTerritory", "UnitId", place);

    public static RuleBroken OfTheUnitItself(string name) => new("CrossAppointments.OfTheUnitItself", "PersonId", name);

    public static RuleBroken AtAnotherStep() => new("CrossAppointments.AtAnotherStep");

    public static RuleBroken BeforeTheLastStep(DateOnly on) => new("CrossAppointments.BeforeTheLastStep", "On", on);

    public static RuleBroken PlannedEndBeforeBegin(DateOnly from) => new("CrossAppointments.PlannedEndBeforeBegin", "PlannedUntil", from);

    public static RuleBroken NoPairs() => new("CrossAppointments.NoPairs");
}
