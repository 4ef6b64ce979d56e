using CoBuilding.Access;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

internal sealed record InvitedUnit(TestDistrict District, Guid Meeting, IReadOnlyList<Scope> Links)
{
    public required Scope Clerk { get; set; }

    public Task<Scope> ClerkAgainAsync() => District.SignInAsync("clerk" + District.Street1.Code);
}
