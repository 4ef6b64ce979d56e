namespace CoBuilding.Meetings.Words;

/// <summary>The kind of a meeting in the district's own wording.</summary>
/// <param name="Standard">The customary kind that the word stands for; null for the district's own.</param>
public sealed record MeetingKindName(string? Standard, string Name)
{
    /// <summary>In the current language.</summary>
    public string Said => MeetingWord.Say(MeetingWordList.MeetingKinds, Standard, Name);
}
