using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Nominations;
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
            [NominationToDos.ApproveNominations] = t => Nominations(t, NominationState.Submitted),
            [NominationToDos.AppointNominees] = t => Nominations(t, NominationState.Publicized),
            [NominationToDos.ReviseNominations] = t => Nominations(t, NominationState.Returned),
        };

    private static string Committee(ToDo toDo) => $"committees/{toDo.SubjectId}";

    private static string Nominations(ToDo toDo, NominationState state) => $"nominations?committee={toDo.SubjectId}&state={state}";
}
