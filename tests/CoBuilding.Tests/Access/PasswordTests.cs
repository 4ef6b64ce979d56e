using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.UnitKinds;

namespace CoBuilding.Tests.Access;

public class PasswordTests(TestCluster cluster)
{
    private const string Wrong = "wrong-Password-1";
    private const string Good = "my-New-password-7";

    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData("short-1", "Access.PasswordTooShort")]
    [InlineData("no-digits-at-all", "Access.PasswordRequiresDigit")]
    [InlineData("1111111111", "Access.PasswordRequiresUniqueChars")]
    [InlineData("1234567890", "Access.PasswordIsCommon")]
    [InlineData("Password123", "Access.PasswordIsCommon")]
    [InlineData("ｗｏａｉｎｉ1314520", "Access.PasswordIsCommon")] // as an input method writes it
    [InlineData("Admin-2026-12-01", "Access.PasswordIsName")] // the login
    [InlineData("区级管理员2026年", null)]
    [InlineData("区级管理员-123456", "Access.PasswordIsName")] // the account's name
    [InlineData("{district}20261201", "Access.PasswordIsName")]
    [InlineData("!!{slug}!!2026", "Access.PasswordIsName")]
    [InlineData("{district} drinks tea at 4", null)]
    public async Task A_weak_password_is_refused_by_a_rule(string password, string? rule)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        password = password
            .Replace("{district}", district.Root.Name, StringComparison.Ordinal)
            .Replace("{slug}", district.Slug, StringComparison.Ordinal);
        var refused = await Record.ExceptionAsync(() => ChangeAsync(district, district.Admin, TestDistrict.Password, password));
        Assert.Equal(rule, (refused as RuleBroken)?.Key);
        Assert.Equal(rule is null ? null : "Password", (refused as RuleBroken)?.Field);
    }

    [Theory]
    [InlineData("第一中学2026年12月", null)]
    [InlineData("第一中学20261201", "Access.PasswordIsName")]
    [InlineData("DiYiZhongXue.1", "Access.PasswordIsName")]
    [InlineData("一中-1234567890", "Access.PasswordIsName")]
    public async Task A_units_account_is_not_opened_by_the_units_name(string password, string? rule)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = new EnterUnit.Form
        {
            Name = "第一中学",
            ShortName = "一中",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, unit, Ct);
        var scope = await district.UnitScopeAsync(unit.UnitId, await district.PersonAsync(unit.UnitId, "王芳", secretary: true));
        var refused = await Record.ExceptionAsync(() => ChangeAsync(district, scope, TestDistrict.Password, password));
        Assert.Equal(rule, (refused as RuleBroken)?.Key);
    }

    [Fact]
    public async Task A_district_is_not_founded_with_its_own_name_for_a_password()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var places = PlaceFile.Read(new StringReader("code,name,level,parent_code\n990102,东区,district,9901")).PlacesOf("990102");
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            district
                .Use<CreateDistrict>()
                .RunAsync(
                    Scope.ForDistrictCreation(Guid.CreateVersion7()),
                    new()
                    {
                        Places = places,
                        AdminPassword = "东区-2026-2026",
                        AuditorPassword = TestDistrict.Password,
                    },
                    Ct
                )
        );
        Assert.Equal("Access.PasswordIsName", refused.Key);
    }

    [Fact]
    public async Task Wrong_current_passwords_count_like_failed_sign_ins_and_end_the_session_where_the_account_is_locked()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var elsewhere = await district.SignInAsync("admin");
        for (var n = 0; n < 4; n++)
            Assert.Equal("Access.WrongPassword", await BrokenAsync(district, district.Admin, Wrong));
        Assert.NotNull((await TryAsync(district, TestDistrict.Password)).AccountId); // four failures do not lock, and a success resets them

        for (var n = 0; n < 4; n++)
            await TryAsync(district, Wrong);
        Assert.Equal("Access.WrongTooOften", await BrokenAsync(district, district.Admin, Wrong));
        Assert.Null((await TryAsync(district, TestDistrict.Password)).AccountId);
        await Assert.ThrowsAsync<Denied>(() => ChangeAsync(district, district.Admin, TestDistrict.Password, Good));

        // A person signed in elsewhere can still change the password.
        await ChangeAsync(district, elsewhere, TestDistrict.Password, Good);
        Assert.NotNull((await TryAsync(district, Good)).AccountId);
        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "accounts" }, Ct);
        Assert.Equal(10, journal.Rows.Count(r => r.Action == "refused")); // five at the change, four at sign-in, one that had to wait
    }

    [Fact]
    public async Task Guessing_the_current_password_in_parallel_leaves_no_failure_uncounted()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var refusals = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Record.ExceptionAsync(() => ChangeAsync(district, district.Admin, Wrong, Good)).AsTask())
        );
        Assert.All(
            refusals,
            r =>
                Assert.True(r is RuleBroken { Key: "Access.WrongPassword" or "Access.WrongTooOften" } or Denied { SignedOut: true }, $"{r}")
        );
        Assert.Null((await TryAsync(district, TestDistrict.Password)).AccountId);
    }

    [Fact]
    public void The_list_of_common_passwords_holds_what_the_rule_of_length_lets_pass()
    {
        var list = CommonPasswords.Read().ToList();
        Assert.True(list.Count > 15_000);
        Assert.All(list, p => Assert.True(p.Length >= 10 && p == p.ToLowerInvariant() && !p.Contains(' ', StringComparison.Ordinal), p));
    }

    private static Task ChangeAsync(TestDistrict district, Scope scope, string current, string password) =>
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

    private static async Task<string> BrokenAsync(TestDistrict district, Scope scope, string current) =>
        (await Assert.ThrowsAsync<RuleBroken>(() => ChangeAsync(district, scope, current, Good))).Key;

    private static Task<SignIn.Result> TryAsync(TestDistrict district, string password) =>
        district
            .Use<SignIn>()
            .RunAsync(
                Scope.ForVisitor(district.Id, TestDistrict.Chinese),
                new()
                {
                    Login = "admin",
                    Password = password,
                    Secret = Secrets.Make(),
                },
                Ct
            );
}
