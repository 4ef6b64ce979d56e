using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Contracts;
using CoBuilding.Web.Pages.Home;

namespace CoBuilding.Web.Pages.Committees;

internal sealed class CommitteeToDoAddresses : IToDoAddresses
{
    public IReadOnlyDictionary<string, Func<ToDo, string>> ByKind { get; } =
        new Dictionary<string, Func<ToDo, string>>
        {
            [SeatToDos.SettleSeat] = Committee,
            [CommitteeToDos.ApproveCommittee] = Committee,
            [CommitteeToDos.ReviseCommittee] = Committee,
            [CommitteeToDos.EstablishCommittee] = Committee,
        };

    private static string Committee(ToDo toDo) => $"committees/{toDo.SubjectId}";
}
