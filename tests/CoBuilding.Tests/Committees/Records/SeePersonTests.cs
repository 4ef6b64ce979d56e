using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Records;
using CoBuilding.Committees.Seats;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tests.Committees.Records;

public class SeePersonTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Outside_the_reach_hats_are_named_without_a_way_in_and_strangers_are_not_found()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (_, unit, person) = await district.MemberAsync(committee, district.Community1, "甲");
        var there = await district.UnitAsync(district.Community2, "乙");
        await district
            .Use<EnterPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = there,
                    KnownPersonId = person,
                    Title = "顾问",
                },
                Ct
            );
        var clerk = await district.ClerkAsync(district.Street2);

        var seen = await district.Use<SeePerson>().AskAsync(clerk, person, Ct);
        Assert.Equal([("乙", (Guid?)there), ("甲", null)], seen.Posts.Select(p => (p.Unit, p.UnitId)));
        Assert.Equal(
            (null, "东街道BigWorking", null),
            (seen.Seats.Single().CommitteeId, seen.Seats.Single().Committee, seen.Seats.Single().Title)
        );
        var stranger = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.First(p => p.PersonId != person).PersonId;
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeePerson>().AskAsync(clerk, stranger, Ct));
    }

    [Fact]
    public async Task A_persons_page_shows_the_part_of_an_alternate_as_well()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (seat, unit, _) = await district.MemberAsync(committee, district.Community1, "甲");
        var deputy = await district.PersonAsync(unit, "副书记");
        await district
            .Use<NameAlternate>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 1,
                    PersonId = deputy,
                    From = district.Today,
                    ToldBy = "联络员",
                },
                Ct
            );
        var hat = Assert.Single((await district.Use<SeePerson>().AskAsync(district.Admin, deputy, Ct)).Seats);
        Assert.Equal(("Profiles.HeldAsAlternate", (Guid?)committee, "甲", true), (hat.KindKey, hat.CommitteeId, hat.Unit, hat.IsCurrent));
    }

    [Fact]
    public async Task Another_room_adds_what_it_knows_and_beyond_reach_its_body_and_days_are_shown_alone()
    {
        var speakers = new Speakers();
        var district = await TestDistrict.CreateAsync(cluster, services => services.AddSingleton<IPersonHoldings>(speakers));
        var committee = await district.CommitteeAsync(district.Street1);
        speakers.Spoken = new(
            "Profiles.Seats",
            district.Street1.Id,
            committee,
            "讲堂",
            "主讲",
            null,
            new(2025, 1, 1),
            new(2025, 1, 2),
            null
        );
        var (_, _, person) = await district.MemberAsync(committee, district.Community1, "甲");
        var host = await district.ClerkAsync(district.Street1);
        var elsewhere = await district.UnitAsync(district.Community2, "乙");
        await district
            .Use<EnterPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = elsewhere,
                    KnownPersonId = person,
                    Title = "顾问",
                },
                Ct
            );

        var within = (await district.Use<SeePerson>().AskAsync(host, person, Ct)).Seats;
        Assert.Equal([null, "Profiles.Seats"], within.Select(s => s.KindKey));
        Assert.Equal(((Guid?)committee, "主讲", false), (within[1].CommitteeId, within[1].Title, within[1].IsCurrent));
        var beyond = (await district.Use<SeePerson>().AskAsync(await district.ClerkAsync(district.Street2), person, Ct)).Seats[1];
        Assert.Equal((null, null, "讲堂", within[1].From), (beyond.CommitteeId, beyond.Title, beyond.Committee, beyond.From));
    }

    private sealed class Speakers : IPersonHoldings
    {
        public PersonHolding? Spoken { get; set; }
        public int Position => 40;

        public Task<IReadOnlyList<PersonHolding>> OfAsync(PortalDb db, Guid[] people, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PersonHolding>>([Spoken!]);
    }
}
