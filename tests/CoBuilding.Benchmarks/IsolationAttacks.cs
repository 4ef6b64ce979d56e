using CoBuilding.Access;
using CoBuilding.Units.People;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>
/// Attempts to access foreign rows with real ids, reading and writing: across districts by use case and by raw SQL as the web role under a
/// fixed binding, across streets and units by use case and by URL. Each attempt has a permitted counterpart that must succeed.
/// </summary>
internal sealed class IsolationAttacks : IBenchmark
{
    public string Name => "isolation-attacks";
    public string Compares =>
        "foreign rows seen or changed (subject, 0) in so many attempts "
        + "with real foreign ids (control); each attempt's rightful twin succeeded";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        var (here, there) = (await stage.DistrictAsync("here", 12, 1), await stage.DistrictAsync("there", 12, 1));
        await using var portal = await Server.PortalAsync(stage, say);
        await using var web = NpgsqlDataSource.Create(stage.PortalConnection);
        var stranger = await SecretaryAsync(stage, here, 0);
        using var neighbor = await Browser.SignInAsync(portal, here.Slug, here.Streets[1].ClerkLogin, BenchmarkDistrict.Password);
        using var rightful = await Browser.SignInAsync(portal, here.Slug, here.Streets[0].ClerkLogin, BenchmarkDistrict.Password);

        var attempts = smoke ? 200 : 10_000;
        var dice = new Random(20261123);
        var attacks = new Attacks(stage, web, dice);
        var (leaks, twinsFailed) = (0, 0);
        for (var n = 0; n < attempts; n++)
        {
            var attack = (n % 10) switch
            {
                0 or 1 => attacks.AcrossByUseCase(there.Admin, here.Admin, here.Streets[dice.Next(2)]),
                2 or 3 or 4 => attacks.AcrossByRawSql(there.Id, here.Id, here.Streets[dice.Next(2)]),
                5 or 6 => attacks.AcrossByUseCase(here.Streets[1].Clerk, here.Streets[0].Clerk, here.Streets[0]),
                7 => attacks.AcrossUnits(stranger, await SecretaryCachedAsync(stage, here), here.Streets[0]),
                8 => Attacks.ByUrl(neighbor, rightful, here.Slug, here.Streets[0], dice),
                _ => attacks.ByLink(portal.Address, here, there),
            };
            if (await attack.LeaksAsync())
                leaks++;
            if (!await attack.TwinSucceedsAsync())
            {
                twinsFailed++;
                say($"a rightful twin failed: {attack.Name}");
            }
            if ((n + 1) % 1000 == 0)
                say($"{n + 1} attempts, {leaks} leaks");
        }
        return new Result(Name, (double)leaks / attempts, leaks, attempts, 1, leaks == 0 && twinsFailed == 0);
    }

    private Scope? owner;

    private async Task<Scope> SecretaryCachedAsync(BenchmarkDistrict stage, StagedDistrict district) =>
        owner ??= await SecretaryAsync(stage, district, 1);

    private static async Task<Scope> SecretaryAsync(BenchmarkDistrict stage, StagedDistrict district, int seat)
    {
        var form = new OpenUnitAccount.Form
        {
            PostId = district.Streets[0].Seats[seat].PostId,
            Login = $"secretary{seat}",
            Role = Role.UnitSecretary,
        };
        await stage.Use<OpenUnitAccount>().RunAsync(district.Streets[0].Clerk, form, default);
        var scope = await stage.SignInAsync(district.Id, form.Login, form.Code);
        await stage
            .Use<ChangePassword>()
            .RunAsync(scope, new() { Password = BenchmarkDistrict.Password, RepeatPassword = BenchmarkDistrict.Password }, default);
        return scope;
    }
}
