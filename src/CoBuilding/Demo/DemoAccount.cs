namespace CoBuilding.Demo;

/// <summary>
/// An account that exists in every district of the demo; <paramref name="Role"/> says in the current language what it may do.
/// </summary>
public sealed record DemoAccount(string Login, string Role);
