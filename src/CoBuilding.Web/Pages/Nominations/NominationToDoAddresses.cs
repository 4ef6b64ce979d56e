using CoBuilding.Contracts;
using CoBuilding.Nominations;
using CoBuilding.Web.Pages.Home;

namespace CoBuilding.Web.Pages.Nominations;

internal sealed class NominationToDoAddresses : IToDoAddresses
{
    public IReadOnlyDictionary<string, Func<ToDo, string>> ByKind { get; } =
        new Dictionary<string, Func<ToDo, string>>
        {
            [NominationToDos.ApproveNominations] = t => Nominations(t, NominationState.Submitted),
            [NominationToDos.AppointNominees] = t => Nominations(t, NominationState.Publicized),
            [NominationToDos.ReviseNominations] = t => Nominations(t, NominationState.Returned),
        };

    private static string Nominations(ToDo toDo, NominationState state) => $"nominations?committee={toDo.SubjectId}&state={state}";
}
