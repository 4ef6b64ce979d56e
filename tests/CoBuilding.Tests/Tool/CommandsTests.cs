using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Tests.Demo;
using CoBuilding.Tests.House;
using CoBuilding.Tool;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoBuilding.Tests.Tool;

public sealed class CommandsTests(TestCluster cluster) : IAsyncLifetime, IDisposable
{
    private const string Places = """
        code,name,level,parent_code
        990103,新城区,district,9901
        990103001,河东街道,street,990103
        990103001001,河东一社区居委会,community,990103001
        """;

    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private readonly string file = Path.GetTempFileName();
    private string? keys = Path.Combine(Path.GetTempPath(), $"keys-{Guid.CreateVersion7():N}");
    private DemoDatabase database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await DemoDatabase.MakeAsync(cluster);
        await File.WriteAllTextAsync(file, Places, Ct);
    }

    [Fact]
    public async Task Add_district_founds_it_and_prints_passwords_that_must_be_changed()
    {
        Assert.Equal(
            Commands.Done,
            await RunAsync("add-district", "--slug", "xincheng", "--code", "990103", "--file", file, "--name", "新城新区")
        );
        Assert.Equal(
            "xincheng 新城新区 False",
            Assert.Single(
                await database.LookAsync(
                    "SELECT slug || ' ' || name || ' ' || CASE WHEN is_demo THEN 'True' ELSE 'False' END FROM districts"
                )
            )
        );
        var password = output
            .ToString()
            .Split('\n')
            .Single(l => l.StartsWith("  admin ", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]
            .Trim();
        var district = Guid.Parse(Assert.Single(await database.LookAsync("SELECT id FROM districts")));
        var signedIn = await database
            .Use<SignIn>()
            .RunAsync(
                Scope.ForVisitor(district, DemoDatabase.Chinese),
                new()
                {
                    Login = "admin",
                    Password = password,
                    Secret = Secrets.Make(),
                },
                Ct
            );
        Assert.NotNull(signedIn.AccountId);
        Assert.True(signedIn.MustChangePassword);

        Assert.Equal(Commands.Refused, await RunAsync("add-district", "--slug", "xincheng", "--code", "990103", "--file", file));
        Assert.Contains("is taken", Said(), StringComparison.Ordinal);
        Assert.Single(await database.LookAsync("SELECT DISTINCT tenant_id FROM places"));
    }

    [Theory]
    [InlineData("Big", "cannot stand in a URL")]
    [InlineData("x", "cannot stand in a URL")]
    [InlineData("health", "cannot stand in a URL")]
    [InlineData("a\n", "cannot stand in a URL")]
    public async Task Add_district_refuses_a_bad_slug(string slug, string says)
    {
        Assert.Equal(Commands.Refused, await RunAsync("add-district", "--slug", slug, "--code", "990103", "--file", file));
        Assert.Contains(says, Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "cannot be read|empty")]
    [InlineData("code,name\n990103,新城区", "cannot be read")]
    [InlineData("code,name,level,parent_code\n990103,新城区,planet,9901", "unknown level 'planet'")]
    [InlineData("code,name,level,parent_code\n990103,新城区,7,9901", "unknown level '7'")]
    [InlineData(
        "code,name,level,parent_code\n990103,新城区,district,9901\n990103001001,一社区,community,990103001",
        "does not come before it"
    )]
    [InlineData("code,name,level,parent_code\n990103,新城区,district,9901\n990103001001,一社区,community,990103", "another level")]
    [InlineData("code,name,level,parent_code\n990103,新城区,district,9901\n990103,新城区,district,9901", "twice")]
    [InlineData("code,name,level,parent_code\n990103,,district,9901", "name is empty")]
    [InlineData("code,name,level,parent_code\n99O103,新城区,district,9901", "needs 6 digits")]
    [InlineData("code,name,level,parent_code\n990104,旧城区,district,9901", "no district 990103")]
    public async Task Add_district_refuses_a_bad_file_in_one_line(string content, string says)
    {
        await File.WriteAllTextAsync(file, content, Ct);
        Assert.Equal(Commands.Refused, await RunAsync("add-district", "--slug", "xincheng", "--code", "990103", "--file", file));
        Assert.Matches(says, Said());
        Assert.Empty(await database.LookAsync("SELECT slug FROM districts"));
    }

    [Fact]
    public async Task Add_district_says_when_the_file_is_not_there()
    {
        Assert.Equal(Commands.Refused, await RunAsync("add-district", "--slug", "xincheng", "--code", "990103", "--file", file + ".no"));
        Assert.Contains("cannot be read", Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALTER TABLE units NO FORCE ROW LEVEL SECURITY", "policies: units: row-level security is not forced")]
    [InlineData("ALTER TABLE units DISABLE ROW LEVEL SECURITY", "Row-level security is off on the table units")]
    [InlineData("CREATE POLICY more ON units USING (true)", "policies: units: has 2 policies")]
    [InlineData("ALTER POLICY tenant ON units USING (true)", "policies: units: its policy is another")]
    [InlineData("GRANT DELETE ON seats TO cobuilding_web", "cobuilding_web may seats: DELETE")]
    [InlineData("GRANT UPDATE ON journal TO cobuilding_web", "cobuilding_web may journal: UPDATE")]
    [InlineData("GRANT UPDATE (after) ON journal TO cobuilding_web", "cobuilding_web may journal: UPDATE of after")]
    [InlineData("GRANT INSERT ON districts TO cobuilding_web", "cobuilding_web may districts: INSERT")]
    [InlineData("DELETE FROM journal WHERE ordinal = 1", "entries are missing")]
    [InlineData("DROP INDEX ux_journal_operation", "the unique index ux_journal_operation is not there")]
    [InlineData("DELETE FROM migrations_history", "are missing")]
    public async Task Verify_finds_what_somebody_broke(string breaking, string says)
    {
        Assert.Equal(Commands.Done, await RunAsync("add-district", "--slug", "xincheng", "--code", "990103", "--file", file));
        Assert.Equal(Commands.Done, await RunAsync("verify"));
        await database.LookAsync(breaking);
        Assert.Equal(Commands.Refused, await RunAsync("verify"));
        Assert.Contains(
            output.ToString().Split('\n'),
            l => l.StartsWith("FAILED", StringComparison.Ordinal) && l.Contains(says, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Verify_refuses_the_owner_in_the_web_roles_place()
    {
        Assert.Equal(Commands.Done, await RunAsync("add-district", "--slug", "xincheng", "--code", "990103", "--file", file));
        Assert.Equal(Commands.Refused, await AtAsync(database.Owner, database.Owner, "verify"));
        Assert.Contains("Use the web role", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_warns_of_demo_accounts_and_passes()
    {
        await database.CreateAsync(["changhai"]);
        Assert.Equal(Commands.Done, await RunAsync("verify"));
        Assert.Matches("WARNING  demo accounts: .*changhai", output.ToString());
    }

    [Fact]
    public async Task An_unmigrated_database_is_named_and_migrate_mends_it()
    {
        var (portal, owner, _) = await cluster.AnotherAsync($"bare_{Guid.CreateVersion7():N}", migrated: false);
        Assert.Equal(
            Commands.Refused,
            await AtAsync(portal, owner, "add-district", "--slug", "xincheng", "--code", "990103", "--file", file)
        );
        Assert.Contains("Run: migrate", Said(), StringComparison.Ordinal);
        Assert.Equal(Commands.Refused, await AtAsync(portal, owner, "verify"));
        Assert.Equal(Commands.Done, await AtAsync(portal, owner, "migrate"));
        Assert.Equal(Commands.Done, await AtAsync(portal, owner, "migrate"));
        Assert.Contains("Up to date.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(Commands.Done, await AtAsync(portal, owner, "add-district", "--slug", "xincheng", "--code", "990103", "--file", file));
    }

    [Theory]
    [InlineData("add-district --slug xincheng", Commands.NotUnderstood)]
    [InlineData("fly", Commands.NotUnderstood)]
    [InlineData("verify --loud", Commands.NotUnderstood)]
    [InlineData("--help", Commands.Done)]
    [InlineData("migrate --help", Commands.Done)]
    [InlineData("demo --help", Commands.Done)]
    [InlineData("add-district --help", Commands.Done)]
    [InlineData("verify --help", Commands.Done)]
    public async Task Usage_has_its_exit_codes(string line, int code)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en"); // help speaks the terminal's language
        Assert.Equal(code, await RunAsync(line.Split(' ')));
        if (code == Commands.Done)
            Assert.Contains("Usage:", output.ToString(), StringComparison.Ordinal);
        else
            Assert.NotEmpty(error.ToString());
    }

    [Fact]
    public async Task Half_a_database_and_one_that_does_not_answer_are_named_in_one_line()
    {
        Assert.Equal(Commands.Refused, await AtAsync(database.Portal, "", "verify"));
        Assert.Contains("Set both", Said(), StringComparison.Ordinal);
        Assert.Equal(Commands.Refused, await AtAsync(database.Portal, database.Owner + ";Database=nowhere", "migrate"));
        Assert.Contains("cannot be used", Said(), StringComparison.Ordinal);
        Assert.Equal(Commands.Refused, await AtAsync("Hots=x", database.Owner, "verify"));
        Assert.Contains("connection string", Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_sends_forms_reads_the_portals_key_and_asks_for_its_folder()
    {
        string[] args = ["add-district", "--slug", "xincheng", "--code", "990103", "--file", file];
        var folder = keys!;
        keys = null;
        Assert.Equal(Commands.Refused, await RunAsync(args));
        Assert.Contains("Keys__Folder", Said(), StringComparison.Ordinal);
        keys = folder;
        Assert.Equal(Commands.Done, await RunAsync(args));
        Assert.Equal(
            FormKey.Open(folder).Id,
            Assert.Single(await database.LookAsync("SELECT DISTINCT form_key_id FROM journal WHERE form_key_id IS NOT NULL"))
        );
    }

    private Task<int> RunAsync(params string[] args) => AtAsync(database.Portal, database.Owner, args);

    private Task<int> AtAsync(string portal, string owner, params string[] args)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        return Commands.RunAsync(
            args,
            name =>
                name switch
                {
                    "ConnectionStrings__Portal" => portal,
                    "ConnectionStrings__Owner" => owner,
                    "Keys__Folder" => keys,
                    _ => null,
                },
            output,
            error,
            Ct
        );
    }

    /// <summary>What was refused, and that it is one line.</summary>
    private string Said() => Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        File.Delete(file);
        if (Directory.Exists(keys))
            Directory.Delete(keys, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await database.DisposeAsync();
    }
}
