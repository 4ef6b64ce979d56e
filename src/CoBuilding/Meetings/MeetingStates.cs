namespace CoBuilding.Meetings;

public static class MeetingStates
{
    /// <summary>It has begun, regardless of later progress.</summary>
    public static bool WasHeld(this MeetingState state) =>
        state
            is MeetingState.Held
                or MeetingState.MinutesDrafted
                or MeetingState.Countersigning
                or MeetingState.Issued
                or MeetingState.FollowingUp
                or MeetingState.Archived;
}
