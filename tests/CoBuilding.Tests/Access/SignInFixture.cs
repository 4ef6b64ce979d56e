using CoBuilding.Access;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Access;

/// <summary>Somebody who tries to sign in.</summary>
internal static class SignInFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public const string Wrong = "wrong-Password-1";

    public static Task<SignIn.Result> TryAsync(TestDistrict district, string login, string password, Guid? knownTo = null) =>
        district
            .Use<SignIn>()
            .RunAsync(
                Scope.ForVisitor(district.Id, TestDistrict.Chinese),
                new()
                {
                    Login = login,
                    Password = password,
                    Secret = Secrets.Make(),
                    KnownTo = knownTo,
                },
                Ct
            );

    public static async Task<Guid> AccountAsync(TestDistrict district, string login) =>
        (await district.Use<ListAccounts>().AskAsync(district.Admin, new() { Search = login }, Ct)).Rows.Single(r => r.Login == login).Id;
}
