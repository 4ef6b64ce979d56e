using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoBuilding.Tests.Access;

public class SignInTests(TestCluster cluster)
{
    private const string Wrong = "wrong-Password-1";

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_look_the_same()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var known = await TryAsync(district, "admin", Wrong);
        Assert.Equal(new SignIn.Result(null, false, null), known);
        Assert.Equal(known, await TryAsync(district, "nobody", Wrong));
        Assert.NotNull((await TryAsync(district, "Ａｄｍｉｎ ", TestDistrict.Password)).AccountId); // full-width, as an input method writes it

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
        await district.Use<CloseAccount>().RunAsync(district.Admin, new() { AccountId = await AccountAsync(district, "gone") }, Ct);
        await district.ClerkAsync(district.Street1);
        for (var n = 0; n < 5; n++)
            await TryAsync(district, "clerk" + district.Street1.Code, Wrong); // locked from now on
        HashSet<int> statements = [];
        foreach (var login in new[] { "admin", "nobody", "new", "gone", "clerk" + district.Street1.Code })
        {
            var before = hasher.Checks;
            statements.Add(await StatementCounter.OfAsync(async () => Assert.Null((await TryAsync(district, login, Wrong)).AccountId)));
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
            attempt = TryAsync(district, login, Wrong);
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

    [Fact]
    public async Task Five_failures_lock_for_a_quarter_of_an_hour()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        for (var n = 0; n < 4; n++)
            await TryAsync(district, "admin", Wrong);
        Assert.NotNull((await TryAsync(district, "admin", TestDistrict.Password)).AccountId); // four do not; a success resets them
        for (var n = 0; n < 5; n++)
            await TryAsync(district, "admin", Wrong);
        Assert.Null((await TryAsync(district, "admin", TestDistrict.Password)).AccountId);
        district.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        Assert.NotNull((await TryAsync(district, "admin", TestDistrict.Password)).AccountId);
    }

    [Fact]
    public async Task A_stranger_who_guesses_cannot_lock_out_a_known_device()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var admin = (await TryAsync(district, "admin", TestDistrict.Password)).AccountId;
        for (var n = 0; n < 6; n++)
            await TryAsync(district, "admin", Wrong);
        Assert.Null((await TryAsync(district, "admin", TestDistrict.Password)).AccountId);
        Assert.Null((await TryAsync(district, "admin", TestDistrict.Password, Guid.CreateVersion7())).AccountId);
        Assert.Null((await TryAsync(district, "admin", Wrong, admin)).AccountId);
        Assert.Equal(admin, (await TryAsync(district, "admin", TestDistrict.Password, admin)).AccountId);
    }

    [Fact]
    public async Task A_closed_account_signs_in_no_more()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.ClerkAsync(district.Street1);
        var login = "clerk" + district.Street1.Code;
        await district.Use<CloseAccount>().RunAsync(district.Admin, new() { AccountId = await AccountAsync(district, login) }, Ct);
        Assert.Null((await TryAsync(district, login, TestDistrict.Password)).AccountId);
    }

    [Fact]
    public async Task A_code_opens_once_within_a_day_and_asks_for_a_new_password()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.ClerkAsync(district.Street1);
        var login = "clerk" + district.Street1.Code;
        var form = new IssueOneTimeCode.Form { AccountId = await AccountAsync(district, login) };
        await district.Use<IssueOneTimeCode>().RunAsync(district.Admin, form, Ct);

        for (var n = 0; n < 6; n++)
            await TryAsync(district, login, Wrong);
        // As heard on the phone; a lock does not keep it waiting.
        var opened = await TryAsync(district, login, form.Code.ToLowerInvariant() + " ");
        Assert.True(opened is { AccountId: not null, MustChangePassword: true });
        Assert.Null((await TryAsync(district, login, form.Code)).AccountId);

        var late = new IssueOneTimeCode.Form { AccountId = form.AccountId };
        await district.Use<IssueOneTimeCode>().RunAsync(await district.SignInAsync("admin"), late, Ct);
        district.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await TryAsync(district, login, late.Code)).AccountId);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_asks_for_the_old_one()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var elsewhere = await district.SignInAsync("admin");
        var form = new ChangePassword.Form
        {
            CurrentPassword = Wrong,
            Password = "new-Password-2",
            RepeatPassword = "new-Password-2",
        };
        Assert.Equal("Access.WrongPassword", await BrokenAsync(() => district.Use<ChangePassword>().RunAsync(district.Admin, form, Ct)));
        await district.Use<SeeSelf>().AskAsync(elsewhere, Ct);

        await district.Use<ChangePassword>().RunAsync(district.Admin, form with { CurrentPassword = TestDistrict.Password }, Ct);
        await Assert.ThrowsAsync<Denied>(() => district.Use<SeeSelf>().AskAsync(elsewhere, Ct));
        await district.Use<SeeSelf>().AskAsync(district.Admin, Ct);
        Assert.Null((await TryAsync(district, "admin", TestDistrict.Password)).AccountId);
        Assert.NotNull((await TryAsync(district, "admin", "new-Password-2")).AccountId);
    }

    [Theory]
    [InlineData(Role.DistrictAdmin)]
    [InlineData(Role.Overseer)]
    [InlineData(Role.Auditor)]
    public async Task A_street_clerk_grants_nobody_above_own(Role role)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        await district.StaffAsync("colleague", Role.StreetClerk, district.Street1);
        var colleague = await AccountAsync(district, "colleague");

        await AboveOwnAsync(role, district.Street1.Id);
        await AboveOwnAsync(Role.CommunityClerk, district.Community2.Id);
        await AboveOwnAsync(Role.StreetClerk, district.Root.Id);
        Assert.Equal(
            "Access.AboveOwn",
            await BrokenAsync(() =>
                district
                    .Use<OpenAccount>()
                    .RunAsync(
                        clerk,
                        new()
                        {
                            Login = "up",
                            DisplayName = "上",
                            Role = role,
                            PlaceId = district.Street1.Id,
                        },
                        Ct
                    )
            )
        );
        await GrantAsync(Role.CommunityClerk, district.Community1.Id); // the twin

        Task GrantAsync(Role granted, Guid place) =>
            district
                .Use<GrantRole>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        AccountId = colleague,
                        Role = granted,
                        PlaceId = place,
                    },
                    Ct
                );

        async Task AboveOwnAsync(Role granted, Guid place) =>
            Assert.Equal("Access.AboveOwn", await BrokenAsync(() => GrantAsync(granted, place)));
    }

    [Fact]
    public async Task A_community_clerk_grants_no_street_clerk()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.StaffAsync("community", Role.CommunityClerk, district.Community1);
        Assert.Equal(
            "Access.AboveOwn",
            await BrokenAsync(() =>
                district
                    .Use<OpenAccount>()
                    .RunAsync(
                        clerk,
                        new()
                        {
                            Login = "up",
                            DisplayName = "上",
                            Role = Role.StreetClerk,
                            PlaceId = district.Community1.Id,
                        },
                        Ct
                    )
            )
        );
    }

    [Fact]
    public async Task A_street_clerk_has_no_power_over_those_above()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var admin = await AccountAsync(district, "admin");
        // The admin's account belongs to the district's office: out of a street's reach.
        await Assert.ThrowsAsync<NotFound>(() => district.Use<IssueOneTimeCode>().RunAsync(clerk, new() { AccountId = admin }, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<CloseAccount>().RunAsync(clerk, new() { AccountId = admin }, Ct));

        // An account of the street's that was given more elsewhere.
        await district.StaffAsync("promoted", Role.StreetClerk, district.Street1);
        var promoted = await AccountAsync(district, "promoted");
        await district
            .Use<GrantRole>()
            .RunAsync(
                district.Admin,
                new()
                {
                    AccountId = promoted,
                    Role = Role.DistrictAdmin,
                    PlaceId = district.Root.Id,
                },
                Ct
            );
        Assert.Equal(
            "Access.AboveOwn",
            await BrokenAsync(() => district.Use<IssueOneTimeCode>().RunAsync(clerk, new() { AccountId = promoted }, Ct))
        );
        Assert.Equal(
            "Access.AboveOwn",
            await BrokenAsync(() => district.Use<CloseAccount>().RunAsync(clerk, new() { AccountId = promoted }, Ct))
        );
    }

    [Fact]
    public async Task An_administrator_makes_somebody_else_the_auditor_and_not_himself()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.StaffAsync("colleague", Role.StreetClerk, district.Street1);
        var (own, other) = (await AccountAsync(district, "admin"), await AccountAsync(district, "colleague"));
        Assert.Equal("Access.OwnAuditor", await BrokenAsync(() => GrantAsync(own)));
        await GrantAsync(other); // the twin

        Task GrantAsync(Guid account) =>
            district
                .Use<GrantRole>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        AccountId = account,
                        Role = Role.Auditor,
                        PlaceId = district.Root.Id,
                    },
                    Ct
                );
    }

    [Fact]
    public async Task Nobody_closes_the_own_account_or_ends_the_own_grant()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var admin = await AccountAsync(district, "admin");
        var grant = (await district.Use<SeeAccount>().AskAsync(district.Admin, admin, Ct)).Grants.Single().Id;
        Assert.Equal(
            "Access.OwnClosing",
            await BrokenAsync(() => district.Use<CloseAccount>().RunAsync(district.Admin, new() { AccountId = admin }, Ct))
        );
        Assert.Equal(
            "Access.OwnClosing",
            await BrokenAsync(() => district.Use<EndGrant>().RunAsync(district.Admin, new() { GrantId = grant }, Ct))
        );
    }

    [Fact]
    public async Task A_login_is_taken_whatever_its_case_and_wherever_it_is()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1); // cannot see the admin's account, but cannot use its name either
        Assert.Equal(
            "Access.LoginIsTaken",
            await BrokenAsync(() =>
                district
                    .Use<OpenAccount>()
                    .RunAsync(
                        clerk,
                        new()
                        {
                            Login = "Admin",
                            DisplayName = "假",
                            Role = Role.StreetClerk,
                            PlaceId = district.Street1.Id,
                        },
                        Ct
                    )
            )
        );
    }

    private static Task<SignIn.Result> TryAsync(TestDistrict district, string login, string password, Guid? knownTo = null) =>
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

    private static async Task<Guid> AccountAsync(TestDistrict district, string login) =>
        (await district.Use<ListAccounts>().AskAsync(district.Admin, new() { Search = login }, Ct)).Rows.Single(r => r.Login == login).Id;

    private static async Task<string> BrokenAsync(Func<Task> action) => (await Assert.ThrowsAsync<RuleBroken>(action)).Key;
}
