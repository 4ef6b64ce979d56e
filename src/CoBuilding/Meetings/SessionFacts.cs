namespace CoBuilding.Meetings;

/// <summary>When a meeting was opened and closed, with the figures at the opening.</summary>
public sealed record SessionFacts(SessionFigures Figures, DateTimeOffset? OverAt, string? OverBy)
{
    internal static SessionFacts Of(MeetingSession session) => new(session.Figures, session.OverAt, session.OverBy);
}
