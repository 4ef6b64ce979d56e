using CoBuilding.Resolutions;

namespace CoBuilding.Web.Pages.Resolutions;

/// <summary>The one-tap reports of a lead unit, the most likely first; used on the phone page and the home page.</summary>
internal static class TaskButtons
{
    public static ResolutionAction[] For(ResolutionState state) =>
        state switch
        {
            ResolutionState.Asked => [ResolutionAction.Acknowledged, ResolutionAction.ReportedDone],
            ResolutionState.Underway or ResolutionState.CannotBeDone or ResolutionState.AnsweredAbove =>
            [
                ResolutionAction.Progressed,
                ResolutionAction.ReportedDone,
            ],
            _ => [],
        };
}
