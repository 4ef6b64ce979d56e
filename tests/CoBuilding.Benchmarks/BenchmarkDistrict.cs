using System.Diagnostics;
using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Messages;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>A database of the run's own on a cluster of its own, fsync on, filled through the use cases.</summary>
internal sealed class BenchmarkDistrict : IAsyncDisposable
{
    public const string Password = "bench-Password-1";
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private readonly ServiceProvider services;
    private LocalPostgres postgres;

    private BenchmarkDistrict(string folder, LocalPostgres postgres, ServiceProvider services) =>
        (Folder, this.postgres, this.services) = (folder, postgres, services);

    public string Folder { get; }
    public string PortalConnection => postgres.PortalConnection("bench");
    public string OwnerConnection => postgres.OwnerConnection("bench");

    public T Use<T>()
        where T : class => services.GetRequiredService<T>();

    /// <param name="say">Called with progress messages.</param>
    /// <param name="hashesFast">Passwords are hashed a hundred times faster than the portal does it: they are not what is measured.</param>
    public static async Task<BenchmarkDistrict> SetAsync(Action<string> say, bool hashesFast = true)
    {
        say("starting a database");
        var folder = Path.Combine(Path.GetTempPath(), "cobuilding-bench-" + Guid.CreateVersion7().ToString("N")[..10]);
        var postgres = await LocalPostgres.StartAsync(DatabaseFolder(folder));
        AtExit.End(folder, () => postgres.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(30)));
        await postgres.EnsureDatabaseAsync("bench");
        await PortalDatabase.MigrateAsync(postgres.OwnerConnection("bench"));
        var collection = new ServiceCollection().AddLogging();
        collection.AddPortal(postgres.PortalConnection("bench"), FormKey.Passing());
        if (hashesFast)
            collection.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        return new BenchmarkDistrict(folder, postgres, collection.BuildServiceProvider());
    }

    /// <summary>Updates the planner statistics, as autovacuum would.</summary>
    public async Task AnalyzeAsync()
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnection);
        await using var analyze = source.CreateCommand("ANALYZE");
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>Kills every process of this run's database server (SIGKILL), and restarts it as the portal does after a crash.</summary>
    public async Task KillDatabaseAsync()
    {
        var (connection, processes) = (PortalConnection, DatabaseProcesses());
        foreach (var id in processes)
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                // It went with the first one, which had started it.
            }
        }
        var dead = postgres;
        postgres = await LocalPostgres.StartAsync(DatabaseFolder(Folder));
        AtExit.End(Folder, () => postgres.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(30)));
        await dead.DisposeAsync();
        if (PortalConnection != connection)
            throw new InvalidOperationException("The database came up in another place.");
        if (DatabaseProcesses().Intersect(processes).Any())
            throw new InvalidOperationException("A process of the database outlived its killing.");
    }

    /// <summary>The server, then the processes that it has started: identified by this cluster's name.</summary>
    private List<int> DatabaseProcesses()
    {
        var cluster = Directory.GetDirectories(DatabaseFolder(Folder), "postgres-*").Single();
        var server = int.Parse(File.ReadLines(Path.Combine(cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var arguments = CommandOf(server).Split('\0');
        if (!arguments.Contains(cluster))
            throw new InvalidOperationException($"Process {server} is not this run's database server.");
        var name = arguments.Single(a => a.StartsWith("cluster_name=", StringComparison.Ordinal))["cluster_name=".Length..];
        var started = Directory
            .GetDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(n => n!.All(char.IsAsciiDigit))
            .Select(n => int.Parse(n!, CultureInfo.InvariantCulture))
            .Where(id => CommandOf(id).StartsWith($"postgres: {name}: ", StringComparison.Ordinal));
        return [server, .. started];
    }

    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string DatabaseFolder(string folder) => Path.Combine(folder, "pg");

    /// <summary>A district with two streets; on each a committee of <paramref name="seats"/> units, and meetings in a week.</summary>
    /// <param name="seatsOfSecond">Where the second street's committee has another number.</param>
    public async Task<StagedDistrict> DistrictAsync(string slug, int seats, int meetings, int? seatsOfSecond = null)
    {
        var file = PlaceFile.Read(
            new StringReader(
                "code,name,level,parent_code\n990101,D,district,9901\n990101001,S1,street,990101\n990101002,S2,street,990101\n"
            )
        );
        var id = await PortalDatabase.EnterDistrictAsync(
            OwnerConnection,
            new District
            {
                Id = Guid.CreateVersion7(),
                Slug = slug,
                Code = "990101",
                Name = slug,
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
                default
            );
        var admin = await SignInAsync(id, "admin", Password);
        List<StagedStreet> streets = [];
        foreach (var place in places.Skip(1))
            streets.Add(await StreetAsync(id, admin, place, streets.Count > 0 ? seatsOfSecond ?? seats : seats, meetings));
        await AnalyzeAsync();
        return new StagedDistrict(id, slug, admin, streets);
    }

    private async Task<StagedStreet> StreetAsync(Guid district, Scope admin, Place place, int seats, int meetings)
    {
        var opening = new OpenAccount.Form
        {
            Login = "clerk" + place.Name,
            DisplayName = "clerk",
            Role = Role.StreetClerk,
            PlaceId = place.Id,
        };
        await Use<OpenAccount>().RunAsync(admin, opening, default);
        var clerk = await SignInAsync(district, opening.Login, opening.Code);
        await Use<ChangePassword>().RunAsync(clerk, new() { Password = Password, RepeatPassword = Password }, default);
        var today = TimeProvider.System.GetUtcNow().ChinaDate();
        var committee = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = place.Id,
            Name = place.Name,
            EstablishedOn = today.AddYears(-1),
        };
        await Use<EstablishCommittee>().RunAsync(clerk, committee, default);
        List<StagedSeat> made = [];
        for (var n = 0; n < seats; n++)
        {
            var unit = new EnterUnit.Form
            {
                Name = $"unit {n}",
                Kind = UnitKind.School,
                PlaceId = place.Id,
            };
            await Use<EnterUnit>().RunAsync(clerk, unit, default);
            var person = new EnterPerson.Form
            {
                UnitId = unit.UnitId,
                Name = $"person {n}",
                Title = "secretary",
                IsSecretary = true,
                Mobile = "13800000000",
                From = today.AddYears(-1),
            };
            await Use<EnterPerson>().RunAsync(clerk, person, default);
            var seat = new AddSeat.Form
            {
                CommitteeId = committee.CommitteeId,
                UnitId = unit.UnitId,
                PersonId = person.PersonId,
                Title = "member",
                From = today.AddMonths(-6),
            };
            await Use<AddSeat>().RunAsync(clerk, seat, default);
            made.Add(new StagedSeat(seat.SeatId, unit.UnitId, person.PersonId, person.PostId));
        }
        List<StagedMeeting> called = [];
        for (var n = 0; n < meetings; n++)
        {
            var draft = new DraftMeeting.Form
            {
                CommitteeId = committee.CommitteeId,
                Title = $"meeting {n}",
                Day = today.AddDays(7 + n),
                Venue = "hall",
                ReplyByDay = today.AddDays(5),
                ContactName = "clerk",
                ContactPhone = "0411-1234567",
                SeatIds = [.. made.Select(s => s.SeatId)],
                Agenda = [new() { Topic = "topic" }],
            };
            await Use<DraftMeeting>().RunAsync(clerk, draft, default);
            await Use<SendNotice>().RunAsync(clerk, new() { MeetingId = draft.MeetingId }, default);
            var links = await Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = draft.MeetingId, Only = Addressee.Holder }, default);
            called.Add(new StagedMeeting(draft.MeetingId, links));
        }
        return new StagedStreet(place.Id, clerk, opening.Login, committee.CommitteeId, made, called);
    }

    public async Task<Scope> SignInAsync(Guid district, string login, string password)
    {
        var secret = Secrets.Make();
        await Use<SignIn>()
            .RunAsync(
                Scope.ForVisitor(district, Chinese),
                new()
                {
                    Login = login,
                    Password = password,
                    Secret = secret,
                },
                default
            );
        return Scope.ForPerson(district, Secrets.Hash(secret), Chinese);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await postgres.DisposeAsync();
        AtExit.Forget(Folder);
        Directory.Delete(Folder, recursive: true);
    }
}
