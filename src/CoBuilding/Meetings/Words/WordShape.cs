using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Words;

internal static class WordShape
{
    public static IRuleBuilderOptions<T, string> IsWord<T>(this IRuleBuilder<T, string> field) =>
        field
            .NotEmpty()
            .MaximumLength(MeetingWord.LongestName)
            .Matches(@"^[^\p{Cc}]*$")
            .WithMessage(_ => Wording.T("Units.NoControlCharacters"));
}
