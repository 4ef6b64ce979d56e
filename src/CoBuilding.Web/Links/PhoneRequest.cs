using CoBuilding.Data;
using CoBuilding.Web.Forms;

namespace CoBuilding.Web.Links;

/// <summary>How a phone page was asked for, and what became of a form that was sent to it.</summary>
/// <param name="Address">The page's own, to which its forms are sent.</param>
/// <param name="Sent">A form that was not saved; null: none was sent.</param>
/// <param name="Problems">Said at their fields.</param>
/// <param name="Problem">Said at the top.</param>
public sealed record PhoneRequest(string Address, bool IsSignedIn, PostedForm? Sent, IReadOnlyList<FieldProblem> Problems, string? Problem)
{
    /// <summary>The value of the field's <c>aria-invalid</c>.</summary>
    public string? Wrong(string field) => At(field) is null ? null : "true";

    public FieldProblem? At(string field) => Problems.FirstOrDefault(p => p.Field == field);
}
