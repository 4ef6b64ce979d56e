namespace CoBuilding.Meetings.Messages;

/// <summary>The notice again, after a change.</summary>
internal sealed class ChangeWriter() : NoticeWriter(MeetingMessageKind.Change);
