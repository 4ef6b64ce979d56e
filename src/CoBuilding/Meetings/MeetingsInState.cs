namespace CoBuilding.Meetings;

/// <summary>The states of <see cref="Meeting.StateAt"/> for the database.</summary>
internal static class MeetingsInState
{
    public static IQueryable<Meeting> Held(this IQueryable<Meeting> meetings, DateTimeOffset now) => meetings.In(MeetingState.Held, now);

    public static IQueryable<Meeting> In(this IQueryable<Meeting> meetings, MeetingState state, DateTimeOffset now) =>
        state switch
        {
            MeetingState.Cancelled => meetings.Where(m => m.CancelledAt != null),
            MeetingState.Draft => meetings.Where(m => m.CancelledAt == null && m.NotifiedAt == null),
            MeetingState.Postponed => meetings.Where(m => m.CancelledAt == null && m.NotifiedAt != null && m.PostponedAt != null),
            // Regardless of the progress of its minutes.
            MeetingState.Held => meetings.Where(m =>
                m.CancelledAt == null && m.NotifiedAt != null && m.PostponedAt == null && m.StartsAt <= now
            ),
            _ when state.WasHeld() => meetings.Where(m =>
                m.MinutesStage == state && m.CancelledAt == null && m.PostponedAt == null && m.StartsAt <= now
            ),
            _ => meetings.Where(m => m.CancelledAt == null && m.NotifiedAt != null && m.PostponedAt == null && m.StartsAt > now),
        };
}
