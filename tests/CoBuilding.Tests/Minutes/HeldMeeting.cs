using CoBuilding.Access;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

/// <summary>A street's committee with two units, at a meeting that is about to begin.</summary>
internal sealed record HeldMeeting(
    TestDistrict District,
    Scope Clerk,
    Guid Committee,
    (Guid Seat, Guid Unit, Guid Person) First,
    (Guid Seat, Guid Unit, Guid Person) Second,
    Guid Meeting
)
{
    public Task<SeeMinutes.Answer> SeeAsync() => District.Use<SeeMinutes>().AskAsync(Clerk, Meeting, TestDistrict.Ct);

    public Task RunAsync<T>(Func<T, Task> action)
        where T : class => action(District.Use<T>());
}
