using FluentValidation;

namespace CoBuilding.Jobs;

/// <summary>A URL template whose placeholders cannot change the server.</summary>
internal static class WebAddress
{
    public static Uri Of(string template) => new(WithoutHoles(template));

    public static IRuleBuilderOptions<T, string?> IsWebAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(1000).Must(u => string.IsNullOrWhiteSpace(u) || IsOne(u)).WithMessage(_ => Texts.Wording.T("Jobs.UrlShape"));

    private static bool IsOne(string text) =>
        Uri.TryCreate(WithoutHoles(text.Trim()), UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.UserInfo.Length == 0
        && IsFixed(text);

    private static string WithoutHoles(string url) =>
        url.Replace("{mobile}", "0", StringComparison.Ordinal)
            .Replace("{text}", "0", StringComparison.Ordinal)
            .Replace("{id}", "0", StringComparison.Ordinal);

    /// <summary>The host must not contain placeholders.</summary>
    private static bool IsFixed(string url) => !url.Split("//", 2)[^1].Split('/', '?')[0].Contains('{', StringComparison.Ordinal);
}
