using System.Diagnostics;
using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Demo;

/// <summary>
/// Creates a district of invented places, larger than any of Dalian's, to test the portal at that size. Its years are simulated
/// with the use cases, as in the demo: the same seed gives, at the same time of creation, the same district.
/// </summary>
public static class CreateLargeDistrict
{
    /// <summary>The accounts, all with the demo's password.</summary>
    public static IReadOnlyList<DemoAccount> Accounts =>
        [.. CreateDemo.Accounts.Where(a => a.Login is "admin" or "overseer" or "auditor" or "street" or "community")];

    /// <summary>Each street has its own clock and services, so that several can run in parallel.</summary>
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 2, 6);

    /// <summary>Creates the district, unless it is there. It is entered into the list last, when its data is complete.</summary>
    /// <param name="portalConnection">The web role's.</param>
    /// <param name="ownerConnection">
    /// The owner's connection, used only for the list of districts. The migrations must have been applied.
    /// </param>
    /// <param name="clock">The real time, at which the simulation ends.</param>
    /// <param name="say">Called with a progress message for each street, in English.</param>
    /// <returns>False when a large district with that name already exists; it is not changed.</returns>
    /// <exception cref="InvalidOperationException">Another district has that name.</exception>
    public static async Task<bool> RunAsync(
        string portalConnection,
        string ownerConnection,
        string slug,
        LargeScale scale,
        TimeProvider clock,
        Action<string>? say,
        CancellationToken ct
    )
    {
        // As in the demo, display names are Chinese, independent of the machine's language.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var (begun, present) = (Stopwatch.GetTimestamp(), clock.GetUtcNow());
        var start = ChinaTime.At(StorySchedule.Workday(present.ChinaDate().AddYears(-scale.Years)), new TimeOnly(8, 30));
        await using var source = PortalDatabase.OpenForDistrictCreation(portalConnection);
        await using var services = CreateDemo.Open(portalConnection, source, clock);
        if (await services.GetRequiredService<DistrictList>().FindAsync(slug, ct) is { } other)
            return other is { IsDemo: true, Code: LargeDemoStreet.Code }
                ? false
                : throw new InvalidOperationException($"The slug {slug} is taken by {other.Name}. Choose another one.");

        var district = new District
        {
            Id = Guid.CreateVersion7(),
            Slug = slug,
            Code = LargeDemoStreet.Code,
            Name = DemoWords.LargeDistrict,
            CreatedAt = start,
            IsDemo = true,
        };
        var places = LargeDemoStreet.Places(CreateDemo.Seed, district.Name, scale);
        var streets = LargeDemoStreet.Of(CreateDemo.Seed, district.Name, places, scale);
        await CreateAsync(Open(start), district, places, ct);
        var told = new LargeStreetStory[streets.Count];
        var done = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, streets.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (n, stop) =>
            {
                var (its, storySchedule) = Open(start.AddMinutes(30));
                await using var _ = its;
                told[n] = new LargeStreetStory(
                    streets[n],
                    new DemoUser(its, district.Id, n == 0 ? "street" : "admin"),
                    storySchedule,
                    start.ChinaDate(),
                    new SeededRandom(CreateDemo.Seed, "large", streets[n].Street.Code, "story")
                );
                await told[n].PlayAsync(stop);
                say?.Invoke(
                    $"{Interlocked.Increment(ref done)} of {streets.Count} streets: {streets[n].Communities.Count} "
                        + $"communities, {streets[n].Units} units ({Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s)"
                );
            }
        );
        await GuideAsync(Open(present.AddMonths(-3)), district, places[0], told, ct);
        await PortalDatabase.EnterDistrictAsync(ownerConnection, district, ct);
        return true;

        (ServiceProvider, StorySchedule) Open(DateTimeOffset from)
        {
            var moving = new MovingClock(from, present);
            return (CreateDemo.Open(portalConnection, source, moving), new StorySchedule(moving));
        }
    }

    private static async Task CreateAsync(
        (ServiceProvider Services, StorySchedule) opened,
        District district,
        IReadOnlyList<Place> places,
        CancellationToken ct
    )
    {
        await using var services = opened.Services;
        await services
            .GetRequiredService<CreateDistrict>()
            .RunAsync(
                Scope.ForDistrictCreation(district.Id),
                new()
                {
                    Places = places,
                    AdminPassword = CreateDemo.Password,
                    AuditorPassword = CreateDemo.Password,
                    MustChangePasswords = false,
                },
                ct
            );
        var admin = new DemoUser(services, district.Id, "admin");
        var (street, community) = (places.First(p => p.Level == PlaceLevel.Street), places.First(p => p.Level == PlaceLevel.Community));
        foreach (
            var (login, role, place, name) in new[]
            {
                ("overseer", Role.Overseer, places[0], district.Name + "党建督导"),
                ("street", Role.StreetClerk, street, street.Name + "党建办"),
                ("community", Role.CommunityClerk, community, community.Name + "党务"),
            }
        )
        {
            var form = new OpenAccount.Form
            {
                Login = login,
                DisplayName = name,
                Role = role,
                PlaceId = place.Id,
            };
            await admin.DoAsync<OpenAccount>((open, who) => open.RunAsync(who, form, ct), ct);
            await admin.Of(login).ActivateAccountAsync(form.Code, ct);
        }
    }

    /// <summary>The district's own body: the head of a unit of each of up to twelve streets.</summary>
    private static async Task GuideAsync(
        (ServiceProvider Services, StorySchedule StorySchedule) opened,
        District district,
        Place root,
        IReadOnlyList<LargeStreetStory> told,
        CancellationToken ct
    )
    {
        await using var services = opened.Services;
        var admin = new DemoUser(services, district.Id, "admin");
        var (committee, day) = (Guid.CreateVersion7(), opened.StorySchedule.Clock.GetUtcNow().ChinaDate());
        await admin.DoAsync<EstablishCommittee>(
            (establish, who) =>
                establish.RunAsync(
                    who,
                    new()
                    {
                        CommitteeId = committee,
                        Kind = CommitteeKind.Guidance,
                        PlaceId = root.Id,
                        Name = district.Name + "共建互补指导委员会",
                        EstablishedOn = day,
                        TermEndsOn = day.AddYears(5),
                    },
                    ct
                ),
            ct
        );
        foreach (var (unit, head) in told.Select(t => t.Foremost).Take(12))
            await admin.DoAsync<AddSeat>(
                (add, who) =>
                    add.RunAsync(
                        who,
                        new()
                        {
                            CommitteeId = committee,
                            UnitId = unit,
                            PersonId = head,
                            Title = "委员",
                            From = day,
                        },
                        ct
                    ),
                ct
            );
    }
}
