using CoBuilding.Access;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Access;

/// <summary>Somebody who sets another password.</summary>
internal static class PasswordFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static Task ChangeAsync(TestDistrict district, Scope scope, string current, string password) =>
        district
            .Use<ChangePassword>()
            .RunAsync(
                scope,
                new()
                {
                    CurrentPassword = current,
                    Password = password,
                    RepeatPassword = password,
                },
                Ct
            );
}
