using CoBuilding.Access;
using Microsoft.AspNetCore.Authorization;

namespace CoBuilding.Web.Shell;

/// <summary>The right without which a page says that it is not for this account. The door decides anew at every use case.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Right right) : AuthorizeAttribute
{
    public Right Right { get; } = right;
}

/// <summary>A page for everybody who is signed in; the reason is read by a test, and by you.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInPageAttribute(string reason) : AuthorizeAttribute
{
    public string Reason { get; } = reason;
}
