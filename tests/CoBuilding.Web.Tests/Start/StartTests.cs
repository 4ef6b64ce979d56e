using System.Net;
using CoBuilding.Data;
using CoBuilding.Web.Tests.House;
using Npgsql;

namespace CoBuilding.Web.Tests.Start;

public sealed class StartTests(PortalHost host)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_answered_without_a_district(string path)
    {
        var answer = await host.Browse().GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("Healthy", await answer.TextAsync());
    }

    [Fact]
    public async Task The_log_names_neither_paths_nor_queries_nor_logins()
    {
        var district = await host.CreateAsync();
        const string Token = "Zq7tokenThatMustNotBeLogged0123456789abcdefg";
        var browser = await district.SignInAsync("admin");
        await browser.GetAsync($"/{district.Slug}/a/{Token}");
        await browser.GetAsync($"/{district.Slug}/places?q={Token}");
        await browser.SendAsync($"/{district.Slug}/sign-in", $"/{district.Slug}/sign-in", ("login", Token), ("password", Token));
        await host.Browse().GetAsync($"/{district.Slug}/sign-in?back={Token}");
        Assert.Contains(
            host.Log.Lines,
            l => l.Contains(district.Slug, StringComparison.Ordinal) && l.Contains("/sign-in", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_web_role_is_safe_and_the_others_are_refused()
    {
        await using var web = PortalDatabase.Open(host.PortalConnection);
        await PortalProbe.CheckAsync(web, CancellationToken.None);
        foreach (var connection in new[] { host.OwnerConnection, host.SuperuserConnection })
        {
            await using var other = PortalDatabase.Open(connection);
            await Assert.ThrowsAsync<UnsafeDatabase>(() => PortalProbe.CheckAsync(other, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_connection_that_stays_bound_is_refused()
    {
        var bound = new NpgsqlConnectionStringBuilder(host.PortalConnection) { Options = $"-c app.tenant={Guid.CreateVersion7()}" };
        await using var source = PortalDatabase.Open(bound.ConnectionString);
        await Assert.ThrowsAsync<UnsafeDatabase>(() => PortalProbe.CheckAsync(source, CancellationToken.None));
    }

    [Theory]
    [InlineData("Multiplexing=true")]
    [InlineData("No Reset On Close=true")]
    public void Pools_that_mix_operations_are_refused(string setting) =>
        Assert.Throws<UnsafeDatabase>(() => PortalDatabase.Open(host.PortalConnection + ";" + setting));

    [Fact]
    public async Task Production_without_a_database_says_what_to_set() => await RefusesAsync("ConnectionStrings__Portal");

    [Fact]
    public async Task Production_without_a_folder_for_its_keys_says_so() =>
        await RefusesAsync("Keys__Folder", ("ConnectionStrings__Portal", host.PortalConnection));

    [Fact]
    public async Task A_database_that_is_not_there_is_one_clear_line() =>
        await RefusesAsync(
            "cannot be used",
            ("ConnectionStrings__Portal", "Host=/nonexistent;Username=x;Database=y;Timeout=2"),
            ("Keys__Folder", host.KeysFolder)
        );

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("127.0.0.0/8, 10.20.0.0/99")]
    [InlineData("the office")]
    public async Task A_network_that_is_none_is_one_clear_line(string list) =>
        await RefusesAsync(
            "Outbound__Allowed",
            ("ConnectionStrings__Portal", host.PortalConnection),
            ("Keys__Folder", host.KeysFolder),
            ("Outbound__Allowed", list)
        );

    [Fact]
    public async Task The_owner_may_not_serve() =>
        await RefusesAsync("Use the web role", ("ConnectionStrings__Portal", host.OwnerConnection), ("Keys__Folder", host.KeysFolder));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public async Task Production_without_the_names_of_its_hosts_says_what_to_set(string named) =>
        await RefusesAsync("AllowedHosts", ("AllowedHosts", named));

    [Fact]
    public async Task Only_its_own_names_lead_to_the_portal_and_any_to_its_health()
    {
        var district = await host.CreateAsync();
        var refused = await AskAsync($"/{district.Slug}/sign-in", "evil.example");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
        Assert.Contains("网址不对", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync($"/{district.Slug}/sign-in", "localhost")).StatusCode);
        foreach (var path in new[] { "/health/live", "/health/ready" })
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(path, "10.1.2.3:8080")).StatusCode);

        async Task<HttpResponseMessage> AskAsync(string path, string named)
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            question.Headers.Host = named;
            return await host.Browse().Http.SendAsync(question, TestContext.Current.CancellationToken);
        }
    }

    private static async Task RefusesAsync(string saying, params (string Name, string Value)[] settings)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", typeof(Program).Assembly.Location)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var name in new[] { "ConnectionStrings__Portal", "ConnectionStrings__Owner", "Keys__Folder" })
            start.Environment.Remove(name);
        start.Environment["AllowedHosts"] = "localhost";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = System.Diagnostics.Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var said = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.Equal(1, process.ExitCode);
            Assert.Contains(saying, Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
