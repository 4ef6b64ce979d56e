using CoBuilding.Contracts;
using CoBuilding.Minutes;
using CoBuilding.Web.Pages.Home;

namespace CoBuilding.Web.Pages.Minutes;

internal sealed class MinutesToDoAddresses : IToDoAddresses
{
    public IReadOnlyDictionary<string, Func<ToDo, string>> ByKind { get; } =
        new Dictionary<string, Func<ToDo, string>>
        {
            [MinutesToDos.WriteMinutes] = Minutes,
            [MinutesToDos.AnswerComments] = Minutes,
            [MinutesToDos.IssueMinutes] = Minutes,
        };

    private static string Minutes(ToDo toDo) => $"meetings/{toDo.SubjectId}/minutes";
}
