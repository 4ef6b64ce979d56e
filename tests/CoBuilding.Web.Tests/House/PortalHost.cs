using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Tests.House;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

[assembly: AssemblyFixture(typeof(PortalHost))]

namespace CoBuilding.Web.Tests.House;

/// <summary>The portal as in Production, over a real PostgreSQL for the whole assembly. Each test creates a district of its own.</summary>
public sealed class PortalHost : IAsyncLifetime
{
    public const string Password = "test-Password-1";

    /// <summary>Channels of tests lead to servers on this machine, and nowhere else.</summary>
    public const string Loopback = "127.0.0.0/8, ::1/128";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"cobuilding-web-{Guid.CreateVersion7():N}"[..34]);
    private KeptPostgres? kept;
    private LocalPostgres? own;

    /// <summary>For a test that restarts its database, which others must not feel.</summary>
    public bool HasServerOfItsOwn { get; init; }

    public WebApplicationFactory<Program> Factory { get; private set; } = null!;
    public LogLines Log { get; } = new();
    public string KeysFolder => Path.Combine(folder, "keys");
    public string PortalConnection => own?.PortalConnection("portal") ?? kept!.PortalConnection("portal");
    public string OwnerConnection => own?.OwnerConnection("portal") ?? kept!.OwnerConnection("portal");
    public string SuperuserConnection => own?.SuperuserConnection("portal") ?? kept!.SuperuserConnection("portal");

    public async ValueTask InitializeAsync()
    {
        if (HasServerOfItsOwn)
        {
            own = await LocalPostgres.StartAsync(folder);
            await own.EnsureDatabaseAsync("portal");
            await PortalDatabase.MigrateAsync(OwnerConnection);
        }
        else
        {
            kept = await KeptPostgres.StartAsync();
            await kept.MakeMigratedAsync("portal");
        }
        Factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Production");
            web.UseSetting("ConnectionStrings:Portal", PortalConnection);
            web.UseSetting("Keys:Folder", KeysFolder);
            web.UseSetting("AllowedHosts", "localhost;127.0.0.1");
            web.UseSetting("SignIn:PerMinute", "100000");
            web.UseSetting("Links:FailuresPerMinute", "100000");
            web.UseSetting("Outbound:Allowed", Loopback);
            web.ConfigureTestServices(services =>
            {
                services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
                services.AddSingleton<ILogEventSink>(Log);
                services.AddSingleton(all => new DistrictList(all.GetRequiredService<Door>(), new HurriedClock()));
            });
        });
        _ = Factory.Server;
    }

    /// <summary>As an operator does it: open connections break, and the server comes back at the same address.</summary>
    public async Task RestartDatabaseAsync()
    {
        var before = PortalConnection;
        await own!.DisposeAsync();
        own = await LocalPostgres.StartAsync(folder);
        Assert.Equal(before, PortalConnection);
    }

    public T Use<T>()
        where T : class => Factory.Services.GetRequiredService<T>();

    public async Task<WebDistrict> CreateAsync(string? name = null)
    {
        var slug = $"t{Guid.CreateVersion7():N}";
        var file = PlaceFile.Read(
            new StringReader(
                """
                code,name,level,parent_code
                990101,测试区,district,9901
                990101001,东街道,street,990101
                990101002,西街道,street,990101
                990101001001,东一社区居委会,community,990101001
                990101002001,西一社区居委会,community,990101002
                """
            )
        );
        var id = await PortalDatabase.EnterDistrictAsync(
            OwnerConnection,
            new District
            {
                Id = Guid.CreateVersion7(),
                Slug = slug,
                Code = "990101",
                Name = name ?? "测试区",
                CreatedAt = DateTimeOffset.UnixEpoch,
            }
        );
        var places = file.PlacesOf("990101");
        await Use<CreateDistrict>()
            .RunAsync(
                Scope.ForDistrictCreation(id),
                new()
                {
                    Places = places,
                    AdminPassword = Password,
                    AuditorPassword = Password,
                    MustChangePasswords = false,
                },
                CancellationToken.None
            );
        return new WebDistrict(this, id, slug, places);
    }

    /// <summary>A separate browser with its own cookies; it follows no redirects.</summary>
    public Browser Browse(WebApplicationFactory<Program>? factory = null) =>
        new((factory ?? Factory).CreateClient(new() { AllowAutoRedirect = false }));

    public async ValueTask DisposeAsync()
    {
        await Factory.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (own is not null)
            await own.DisposeAsync();
        if (kept is not null)
            await kept.DisposeAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Lets the list of districts find at once what a test has just created.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        private long asked;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddMinutes(Interlocked.Increment(ref asked));
    }
}
