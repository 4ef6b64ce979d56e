using System.Globalization;
using System.Text.RegularExpressions;

namespace CoBuilding.Web.Forms;

/// <summary>Where a form stands, so that whoever sent it in vain is led back.</summary>
/// <param name="Page">The page's pattern within the district, such as <c>/meetings/{id}</c>; null: where the form is sent.</param>
/// <param name="Typed">
/// The fields into which somebody types at length: what stands in them is shown again, even to whoever is signed in no longer.
/// </param>
/// <param name="Again">Shows the form again with <see cref="PostedForm.Problem"/>; null: a page that says so and leads back.</param>
internal sealed partial record FormOrigin(string? Page, IReadOnlyList<string> Typed, RequestDelegate? Again)
{
    public string Address(HttpContext context) => context.Request.PathBase + (Page is null
        ? context.Request.Path.Value
        : Parameter().Replace(Page, parameter => Value(context.Request.RouteValues[parameter.Groups[1].Value])));

    private static string Value(object? routed) => Convert.ToString(routed, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
