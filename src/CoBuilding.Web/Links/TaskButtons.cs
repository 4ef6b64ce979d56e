using CoBuilding.Meetings.Resolutions;

namespace CoBuilding.Web.Links;

/// <summary>What a unit that leads can say with one tap, the likeliest first; on the phone page and at home alike.</summary>
internal static class TaskButtons
{
    public static ResolutionDeed[] For(ResolutionState state) => state switch
    {
        ResolutionState.Asked => [ResolutionDeed.Acknowledged, ResolutionDeed.ReportedDone],
        ResolutionState.Underway or ResolutionState.CannotBeDone or ResolutionState.AnsweredAbove => [ResolutionDeed.Progressed, ResolutionDeed.ReportedDone],
        _ => [],
    };
}
