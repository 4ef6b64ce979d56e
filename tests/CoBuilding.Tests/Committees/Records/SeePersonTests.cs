using CoBuilding.Access;
using CoBuilding.Committees.Records;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

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
        Assert.Equal((SeePerson.Part.Alternate, (Guid?)committee, "甲", true), (hat.Part, hat.CommitteeId, hat.Unit, hat.IsCurrent));
    }
}
