using CoBuilding.Texts;
using FluentValidation;

namespace CoBuilding.Units.Kinds;

internal static class UnitKindShapes
{
    public static void KindName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty()
            .MaximumLength(DistrictUnitKind.LongestName)
            .Matches(@"^[^\p{Cc}]*$")
            .WithMessage(_ => Wording.T("Units.NoControlCharacters"));

    private static readonly char[] Separators = ['\n', '\r', ',', '\uFF0C', '\u3001', ';', '\uFF1B'];

    /// <summary>The words one a line, each once.</summary>
    public static string Lines(string? typed) =>
        string.Join(
            '\n',
            (typed ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()
        );
}
