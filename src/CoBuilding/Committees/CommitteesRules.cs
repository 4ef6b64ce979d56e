using CoBuilding.Data;

namespace CoBuilding.Committees;

internal static class CommitteesRules
{
    public static RuleBroken OutsideTerritory(string place) => new("Committees.OutsideTerritory", "UnitId", place);

    public static RuleBroken BeforeEstablishment(DateOnly day) => new("Committees.BeforeEstablishment", "From", day);

    public static RuleBroken SeatNotThere(DateOnly from) => new("Committees.SeatNotThere", "From", from);

    public static RuleBroken SeatOfAnother() => new("Committees.SeatOfAnother", "PersonId");

    public static RuleBroken SeatClosed(DateOnly on) => new("Committees.SeatClosed", "On", on);

    public static RuleBroken EndsBeforeItBegins(DateOnly from) => new("Committees.EndsBeforeItBegins", "On", from);

    public static RuleBroken SeatStillHeld() => new("Committees.SeatStillHeld", "On");

    public static RuleBroken PersonHasSeat(string name) => new("Committees.PersonHasSeat", "PersonId", name);

    public static RuleBroken WrongLevel() => new("Committees.WrongLevel", "PlaceId");

    public static RuleBroken QuotaReasonMissing(int members, int max) => new("Committees.QuotaReasonMissing", "QuotaReason", members, max);

    public static RuleBroken QuotaFilledMeanwhile(int members, int max) =>
        new("Committees.QuotaFilledMeanwhile", "QuotaReason", members, max);

    public static RuleBroken NoTermToExtend() => new("Committees.NoTermToExtend", "Until");

    public static RuleBroken ExtendedTooFar(DateOnly latest) => new("Committees.ExtendedTooFar", "Until", latest);

    public static RuleBroken AlreadyDissolved(DateOnly on) => new("Committees.AlreadyDissolved", "On", on);

    public static RuleBroken NotYet() => new("Committees.NotYet", "On");

    public static RuleBroken NotSuspended() => new("Committees.NotSuspended");

    public static RuleBroken SeatIsTaken() => new("Committees.SeatIsTaken");

    public static RuleBroken SeatIsVacant() => new("Committees.SeatIsVacant");

    public static RuleBroken NoLetters() => new("Committees.NoLetters");

    public static RuleBroken NothingChanged() => new("Committees.NothingChanged");

    public static RuleBroken UnitHasLeft(string name) => new("Committees.UnitHasLeft", "UnitId", name);

    public static RuleBroken NothingCorrected() => new("Committees.NothingCorrected");

    public static RuleBroken BeyondSeat(DateOnly until) => new("Committees.BeyondSeat", "Until", until);
}
