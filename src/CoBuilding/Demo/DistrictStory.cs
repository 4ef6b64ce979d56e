using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using CoBuilding.Nominations;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Demo;

/// <summary>Creates a district and simulates a year. Each street has its own clock, so that several can run in parallel.</summary>
internal sealed class DistrictStory(
    District district,
    IReadOnlyList<Place> places,
    IReadOnlyList<DemoStreet> streets,
    string seed,
    DateTimeOffset start,
    DateTimeOffset present,
    Func<TimeProvider, ServiceProvider> open
)
{
    /// <summary>The number of streets processed in parallel, limited by the processors.</summary>
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 2, 6);

    private readonly Place root = places.Single(p => p.Level == PlaceLevel.District);

    /// <summary>The first simulated day, in China.</summary>
    private DateOnly FirstDay => start.ChinaDate();

    public async Task PlayAsync(CancellationToken ct)
    {
        await CreateAsync(ct);
        var told = new StreetStory[streets.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, streets.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (n, stop) =>
            {
                var clock = new MovingClock(start.AddMinutes(30), present);
                await using var services = open(clock);
                var clerk = new DemoUser(
                    services,
                    district.Id,
                    n switch
                    {
                        0 => "street",
                        1 => "street2",
                        _ => "admin",
                    }
                );
                told[n] = new StreetStory(new StreetYear(streets[n], clerk, new StorySchedule(clock), FirstDay, seed));
                await told[n].PlayAsync(stop);
            }
        );
        await GuideAsync(told, ct);
    }

    private async Task CreateAsync(CancellationToken ct)
    {
        var clock = new MovingClock(start, present);
        await using var services = open(clock);
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
        var community = streets[0].Communities[0].Place;
        foreach (
            var (login, role, place, name) in new[]
            {
                ("overseer", Role.Overseer, root, district.Name + "党建督导"),
                ("street", Role.StreetClerk, streets[0].Street, streets[0].Street.Name + "党建办"),
                ("street2", Role.StreetClerk, streets[1].Street, streets[1].Street.Name + "党建办"),
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

    /// <summary>Creates the district's own body with a unit of each of up to twelve streets, and two meetings.</summary>
    private async Task GuideAsync(StreetStory[] told, CancellationToken ct)
    {
        var storySchedule = new StorySchedule(new MovingClock(start.AddHours(2), present));
        await using var services = open(storySchedule.Clock);
        var admin = new DemoUser(services, district.Id, "admin");
        var committee = Guid.CreateVersion7();
        var at = ChinaTime.At(StorySchedule.Workday(FirstDay.AddDays(7)), new TimeOnly(9, 20));
        storySchedule.At(
            at,
            async stop =>
            {
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
                                EstablishedOn = at.ChinaDate(),
                                TermEndsOn = at.ChinaDate().AddYears(5),
                            },
                            stop
                        ),
                    stop
                );
                var members = streets
                    .Zip(told)
                    .SelectMany(s =>
                        s.First.Own.Skip(1)
                            .Take(streets.Count > 4 ? 1 : 3)
                            .Select(u => (Unit: s.Second.Units[u], Head: s.Second.People[u.Head]))
                    )
                    .Take(12);
                foreach (var (unit, head) in members)
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
                                    From = at.ChinaDate(),
                                },
                                stop
                            ),
                        stop
                    );
            }
        );
        if (streets[0].IsRich)
            AskDemoUnit(told[0], admin, storySchedule, committee);
        foreach (var (days, kind) in new[] { (-290, MeetingKind.Joint), (-70, MeetingKind.Regular), (24, MeetingKind.Joint) })
        {
            var day = StorySchedule.Workday(storySchedule.Today.AddDays(days));
            new MeetingStory(new SeededRandom(seed, district.Slug, "guidance", $"{days}"), admin, committee, DemoWords.Stem(root))
            {
                Kind = kind,
            }.On(storySchedule, day, days < 0 ? 8 : day.DayNumber - storySchedule.Today.DayNumber + 3);
        }
        await storySchedule.PassAsync(ct);
    }

    /// <summary>Nominates the secretary of the demo accounts' unit for the district's body.</summary>
    private void AskDemoUnit(StreetStory street, DemoUser admin, StorySchedule storySchedule, Guid committee) =>
        storySchedule.At(
            ChinaTime.At(StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-3)), new TimeOnly(10, 40)),
            ct =>
                admin.DoAsync<NominateMember>(
                    (nominate, who) =>
                        nominate.RunAsync(
                            who,
                            new()
                            {
                                CommitteeId = committee,
                                UnitId = street.Units[streets[0].Own[0]],
                                SeatTitle = "委员",
                                PersonId = street.People[streets[0].Own[0].Head],
                                PartyPost = streets[0].Own[0].Head.Title,
                                Way = SelectionWay.UnitRecommended,
                                On = storySchedule.Clock.GetUtcNow().ChinaDate(),
                            },
                            ct
                        ),
                    ct
                )
        );
}
