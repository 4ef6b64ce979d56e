using CoBuilding.Access;
using Microsoft.AspNetCore.Authorization;

namespace CoBuilding.Web.Shell;

/// <summary>The right that a page needs; without it the page shows a refusal. The door checks again at every use case.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Right right) : AuthorizeAttribute
{
    public Right Right { get; } = right;
}
