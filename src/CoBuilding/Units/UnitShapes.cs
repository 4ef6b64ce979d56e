using FluentValidation;

namespace CoBuilding.Units;

/// <summary>Shapes that several forms of this room share.</summary>
internal static class UnitShapes
{
    public const int LongestName = 40;

    private const string PlainName = @"^[^\p{Cc}<>]*$";

    /// <summary>A person's name: up to 40 characters, rare Han characters included, no line breaks.</summary>
    public static void PersonName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(LongestName).Matches(PlainName).WithMessage(_ => Texts.Wording.T("Units.NoControlCharacters"));

    /// <summary>The same if the name may be withheld.</summary>
    public static void PersonNameIfGiven<T>(this IRuleBuilder<T, string> rule) =>
        rule.MaximumLength(LongestName).Matches(PlainName).WithMessage(_ => Texts.Wording.T("Units.NoControlCharacters"));

    /// <summary>A mobile or a landline with its area code; blanks and dashes are ignored.</summary>
    public static IRuleBuilderOptions<T, string?> Mobile<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(m => string.IsNullOrWhiteSpace(m) || Tidy(m) is { Length: >= 7 and <= 15 } tidy && tidy.All(char.IsAsciiDigit))
            .WithMessage(_ => Texts.Wording.T("Units.MobileShape"));

    /// <summary>One address, without a name.</summary>
    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(100)
            .Must(a => string.IsNullOrWhiteSpace(a) || Jobs.Channels.MailAddress.IsOne(a.Trim()))
            .WithMessage(_ => Texts.Wording.T("Units.EmailShape"));

    /// <summary>
    /// Without blanks at the ends, and with the one middle dot of official papers between the parts of a name from another language.
    /// </summary>
    public static string TidyName(string name) => Texts.Pinyin.WithMiddleDots(name.Trim());

    public static string? Tidy(string? mobile)
    {
        var digits = mobile
            ?.Normalize(System.Text.NormalizationForm.FormKC)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal)
            .Trim();
        return string.IsNullOrEmpty(digits) ? null : digits;
    }
}
