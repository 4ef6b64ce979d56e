using CoBuilding.Data;

namespace CoBuilding.Committees.Library;

internal static class LibraryRules
{
    public static RuleBroken IsRepealed(DateOnly on) => new("Library.IsRepealed", null, on);

    public static RuleBroken NotAfterTheOneBefore(DateOnly from) => new("Library.NotAfterTheOneBefore", "From", from);

    public static RuleBroken NotBeforeTheNext(DateOnly from) => new("Library.NotBeforeTheNext", "From", from);

    public static RuleBroken NothingCorrected() => new("Library.NothingCorrected");

    public static RuleBroken RepealedBeforeItHeld(DateOnly from) => new("Library.RepealedBeforeItHeld", "On", from);

    public static RuleBroken NotYetAdopted() => new("Library.NotYetAdopted", "AdoptedOn");

    public static RuleBroken InForceBeforeAdopted(DateOnly on) => new("Library.InForceBeforeAdopted", "From", on);

    public static RuleBroken NoText() => new("Library.NoText");
}
