using System.Globalization;
using System.Text.RegularExpressions;

namespace CoBuilding.Web.Forms;

/// <summary>The page of a form, so that a refused form leads back to it.</summary>
/// <param name="Page">The page's pattern within the district, such as <c>/meetings/{id}</c>; null: the address the form is sent to.</param>
/// <param name="Typed">
/// The text fields whose content is shown again, even after the session has ended.
/// </param>
/// <param name="Again">Shows the form again with <see cref="PostedForm.Problem"/>; null: an error page with a link back.</param>
internal sealed partial record FormOrigin(string? Page, IReadOnlyList<string> Typed, RequestDelegate? Again)
{
    public string Address(HttpContext context) =>
        context.Request.PathBase
        + (
            Page is null
                ? context.Request.Path.Value
                : Parameter().Replace(Page, parameter => Value(context.Request.RouteValues[parameter.Groups[1].Value]))
        );

    private static string Value(object? routed) => Convert.ToString(routed, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
