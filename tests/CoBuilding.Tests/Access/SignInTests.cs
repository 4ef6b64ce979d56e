using CoBuilding.Access;
using CoBuilding.Tests.House;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoBuilding.Tests.Access;

public class SignInTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_look_the_same()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var known = await SignInFixture.TryAsync(district, "admin", SignInFixture.Wrong);
        Assert.Equal(new SignIn.Result(null, false, null), known);
        Assert.Equal(known, await SignInFixture.TryAsync(district, "nobody", SignInFixture.Wrong));
        // full-width, as an input method writes it
        Assert.NotNull((await SignInFixture.TryAsync(district, "Ａｄｍｉｎ ", TestDistrict.Password)).AccountId);

        var refused = (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "accounts" }, Ct))
            .Rows.Where(r => r.Action == "refused")
            .ToList();
        Assert.Equal(2, refused.Count);
        Assert.All(refused, r => Assert.Null(r.After)); // what was typed as a name may be a password
    }

    [Fact]
    public async Task Every_refusal_costs_the_same_statements_and_two_checks_of_a_hash()
    {
        var hasher = new CountingHasher();
        var district = await TestDistrict.CreateAsync(cluster, services => services.AddSingleton<IPasswordHasher<Account>>(hasher));
        await district
            .Use<OpenAccount>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Login = "new",
                    DisplayName = "new",
                    Role = Role.StreetClerk,
                    PlaceId = district.Street1.Id,
                },
                Ct
            );
        await district
            .Use<OpenAccount>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Login = "gone",
                    DisplayName = "gone",
                    Role = Role.StreetClerk,
                    PlaceId = district.Street1.Id,
                },
                Ct
            );
        await district
            .Use<CloseAccount>()
            .RunAsync(district.Admin, new() { AccountId = await SignInFixture.AccountAsync(district, "gone") }, Ct);
        await district.ClerkAsync(district.Street1);
        for (var n = 0; n < 5; n++)
            await SignInFixture.TryAsync(district, "clerk" + district.Street1.Code, SignInFixture.Wrong); // locked from now on
        HashSet<int> statements = [];
        foreach (var login in new[] { "admin", "nobody", "new", "gone", "clerk" + district.Street1.Code })
        {
            var before = hasher.Checks;
            statements.Add(
                await StatementCounter.OfAsync(async () =>
                    Assert.Null((await SignInFixture.TryAsync(district, login, SignInFixture.Wrong)).AccountId)
                )
            );
            Assert.Equal(2, hasher.Checks - before);
        }
        Assert.Single(statements);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("nobody")]
    public async Task Attempts_on_one_name_go_one_after_another_whether_it_exists_or_not(string login)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await using var watch = NpgsqlDataSource.Create(cluster.SuperuserConnection);
        Task<SignIn.Result> attempt;
        await using (var db = await district.Use<Door>().OpenAsync(Scope.ForVisitor(district.Id, TestDistrict.Chinese), Right.SignIn, Ct))
        {
            await Accounts.LockAttemptAsync(db, login, Ct);
            attempt = SignInFixture.TryAsync(district, login, SignInFixture.Wrong);
            await using var turns = watch.CreateCommand(
                $"SELECT count(*) FROM pg_locks mine JOIN pg_locks theirs USING (locktype, classid, objid, objsubid) "
                    + "WHERE locktype = 'advisory' AND mine.pid = "
                    + $"{((NpgsqlConnection)db.Database.GetDbConnection()).ProcessID} AND mine.granted AND NOT theirs.granted"
            );
            while (await turns.ExecuteScalarAsync(Ct) is not 1L)
                Assert.False(attempt.IsCompleted);
        }
        Assert.Null((await attempt.WaitAsync(Ct)).AccountId);
    }

    [Fact]
    public async Task Five_failures_lock_for_a_quarter_of_an_hour()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        for (var n = 0; n < 4; n++)
            await SignInFixture.TryAsync(district, "admin", SignInFixture.Wrong);
        // four do not; a success resets them
        Assert.NotNull((await SignInFixture.TryAsync(district, "admin", TestDistrict.Password)).AccountId);
        for (var n = 0; n < 5; n++)
            await SignInFixture.TryAsync(district, "admin", SignInFixture.Wrong);
        Assert.Null((await SignInFixture.TryAsync(district, "admin", TestDistrict.Password)).AccountId);
        district.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        Assert.NotNull((await SignInFixture.TryAsync(district, "admin", TestDistrict.Password)).AccountId);
    }

    [Fact]
    public async Task A_stranger_who_guesses_cannot_lock_out_a_known_device()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var admin = (await SignInFixture.TryAsync(district, "admin", TestDistrict.Password)).AccountId;
        for (var n = 0; n < 6; n++)
            await SignInFixture.TryAsync(district, "admin", SignInFixture.Wrong);
        Assert.Null((await SignInFixture.TryAsync(district, "admin", TestDistrict.Password)).AccountId);
        Assert.Null((await SignInFixture.TryAsync(district, "admin", TestDistrict.Password, Guid.CreateVersion7())).AccountId);
        Assert.Null((await SignInFixture.TryAsync(district, "admin", SignInFixture.Wrong, admin)).AccountId);
        Assert.Equal(admin, (await SignInFixture.TryAsync(district, "admin", TestDistrict.Password, admin)).AccountId);
    }

    [Fact]
    public async Task A_closed_account_signs_in_no_more()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.ClerkAsync(district.Street1);
        var login = "clerk" + district.Street1.Code;
        await district
            .Use<CloseAccount>()
            .RunAsync(district.Admin, new() { AccountId = await SignInFixture.AccountAsync(district, login) }, Ct);
        Assert.Null((await SignInFixture.TryAsync(district, login, TestDistrict.Password)).AccountId);
    }

    /// <summary>Counts the operations that take time in a sign-in; measured time would depend on other load.</summary>
    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Checks { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Checks++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
