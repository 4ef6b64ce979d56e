using CoBuilding.Contracts;
using CoBuilding.Resolutions;
using CoBuilding.Web.Pages.Home;

namespace CoBuilding.Web.Pages.Resolutions;

internal sealed class ResolutionToDoAddresses : IToDoAddresses
{
    public IReadOnlyDictionary<string, Func<ToDo, string>> ByKind { get; } =
        new Dictionary<string, Func<ToDo, string>>
        {
            [ResolutionToDos.ReviewFeedback] = Resolution,
            [ResolutionToDos.DecideResolution] = Resolution,
            [ResolutionToDos.AnswerUpward] = Resolution,
            [ResolutionToDos.FollowUp] = Resolution,
        };

    private static string Resolution(ToDo toDo) => $"resolutions/{toDo.SubjectId}";
}
