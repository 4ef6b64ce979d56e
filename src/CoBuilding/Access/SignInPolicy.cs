using Microsoft.AspNetCore.Identity;

namespace CoBuilding.Access;

/// <summary>How many wrong passwords lock an account and for how long, and what a new password must have; checked by Identity.</summary>
public static class SignInPolicy
{
    internal static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public static void Configure(IdentityOptions identity)
    {
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
        identity.Password.RequiredLength = 10;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireDigit = true;
        identity.Password.RequiredUniqueChars = 5;
        identity.User.AllowedUserNameCharacters = "";
    }
}
