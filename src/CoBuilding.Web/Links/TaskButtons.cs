using CoBuilding.Meetings.Resolutions;

namespace CoBuilding.Web.Links;

/// <summary>What a unit that leads can say with one tap, the likeliest first; on the phone page and at home alike.</summary>
internal static class TaskButtons
{
    public static ResolutionAction[] For(ResolutionState state) => state switch
    {
        ResolutionState.Asked => [ResolutionAction.Acknowledged, ResolutionAction.ReportedDone],
        ResolutionState.Underway or ResolutionState.CannotBeDone or ResolutionState.AnsweredAbove => [ResolutionAction.Progressed, ResolutionAction.ReportedDone],
        _ => [],
    };
}
