using CoBuilding.Contracts;
using CoBuilding.Web.Pages.Home;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Pages.Home;

public sealed class ToDoAddressesTests(PortalHost host)
{
    private IEnumerable<KeyValuePair<string, Func<ToDo, string>>> Addresses =>
        host.Use<IEnumerable<IToDoAddresses>>().SelectMany(room => room.ByKind);

    [Fact]
    public void Every_kind_of_to_do_has_an_address() =>
        Assert.Equal(
            host.Use<IEnumerable<IToDos>>().SelectMany(t => t.Kinds).Order(StringComparer.Ordinal),
            Addresses.Select(a => a.Key).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Each_address_leads_to_its_subject()
    {
        var toDo = new ToDo
        {
            Kind = "",
            SubjectId = Guid.CreateVersion7(),
            Title = "",
            Host = "",
            Deadline = default,
            Count = 0,
            IsOverdue = false,
            OnlyWaits = false,
            PeriodFrom = new(2026, 10, 1),
        };
        Assert.All(Addresses, a => Assert.Contains($"{toDo.SubjectId}", a.Value(toDo), StringComparison.Ordinal));
        Assert.Equal(
            $"meetings/plans/new?series={toDo.SubjectId}&period=2026-10-01",
            Addresses.Single(a => a.Key == CoBuilding.Meetings.Series.SeriesToDos.PrepareMeeting).Value(toDo)
        );
    }
}
