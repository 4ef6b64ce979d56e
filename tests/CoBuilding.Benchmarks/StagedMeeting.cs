using CoBuilding.Meetings;

namespace CoBuilding.Benchmarks;

internal sealed record StagedMeeting(Guid MeetingId, IReadOnlyList<MakeLinks.MadeLink> Links);
