using CoBuilding.Meetings.Messages;

namespace CoBuilding.Benchmarks;

internal sealed record StagedMeeting(Guid MeetingId, IReadOnlyList<MakeLinks.MadeLink> Links);
