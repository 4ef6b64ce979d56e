using Microsoft.AspNetCore.Authorization;

namespace CoBuilding.Web.Shell;

/// <summary>A page for everybody who is signed in; a test requires the reason.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInPageAttribute(string reason) : AuthorizeAttribute
{
    public string Reason { get; } = reason;
}
