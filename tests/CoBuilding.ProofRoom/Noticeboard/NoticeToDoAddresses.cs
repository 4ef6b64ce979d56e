using CoBuilding.Contracts;
using CoBuilding.Web.Pages.Home;

namespace CoBuilding.ProofRoom.Noticeboard;

internal sealed class NoticeToDoAddresses : IToDoAddresses
{
    public IReadOnlyDictionary<string, Func<ToDo, string>> ByKind { get; } =
        new Dictionary<string, Func<ToDo, string>> { [NoticeToDos.NoticeEnds] = t => $"notices#{t.SubjectId}" };
}
