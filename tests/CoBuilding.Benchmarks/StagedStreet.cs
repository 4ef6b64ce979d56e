using CoBuilding.Access;

namespace CoBuilding.Benchmarks;

internal sealed record StagedStreet(
    Guid PlaceId,
    Scope Clerk,
    string ClerkLogin,
    Guid CommitteeId,
    IReadOnlyList<StagedSeat> Seats,
    IReadOnlyList<StagedMeeting> Meetings
);
