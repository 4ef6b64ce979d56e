namespace CoBuilding.Web.Shell;

/// <summary>The redirect target: only within the district of the URL.</summary>
public static class ReturnUrl
{
    public static string Within(HttpContext context, string? wanted)
    {
        var home = context.Request.PathBase + "/";
        if (wanted is null || !wanted.StartsWith(home, StringComparison.Ordinal))
            return home;
        // Browsers read "\" and "//" as the start of another host, and drop control characters before they do.
        var rest = wanted[(home.Length - 1)..];
        var unsafeRest =
            rest.StartsWith("//", StringComparison.Ordinal)
            || rest.Contains('\\', StringComparison.Ordinal)
            || rest.Contains("..", StringComparison.Ordinal)
            || rest.Any(char.IsControl);
        return unsafeRest ? home : wanted;
    }
}
