using CoBuilding.Data;
using CoBuilding.Demo;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tests.Demo;

public class DemoChaptersTests
{
    [Fact]
    public void Each_chapter_is_found_and_has_a_position_of_its_own_beside_the_bodies()
    {
        var positions = DemoChapters.Of(Year(0)).Select(c => (c.GetType().Name, c.Position)).ToList();
        Assert.Equal(
            [
                ("UnitMoveStory", 10),
                ("ChainStory", 20),
                ("NominationStory", 110),
                ("LifecycleStory", 120),
                ("ConsortiumStory", 130),
                ("LibraryStory", 140),
            ],
            positions
        );
        Assert.DoesNotContain(positions, p => p.Position == DemoChapters.Bodies);
    }

    [Fact]
    public void A_street_has_the_chapters_that_are_told_of_it()
    {
        Assert.All(DemoChapters.Of(Year(0)), c => Assert.True(c.IsTold));
        Assert.Equal(["ChainStory"], DemoChapters.Of(Year(1)).Where(c => c.IsTold).Select(c => c.GetType().Name));
    }

    /// <summary>Of the demo accounts' street of the full district, or the one beside it.</summary>
    private static StreetYear Year(int ordinal)
    {
        using var text = new StreamReader(DemoWords.Open("dalian-places.csv"));
        var file = PlaceFile.Read(text);
        var (slug, code, street) = CreateDemo.Districts.Single(d => d.Slug == CreateDemo.RichDistrict);
        var district = new District
        {
            Id = Guid.CreateVersion7(),
            Slug = slug,
            Code = code,
            Name = file.NameOf(code),
            CreatedAt = DemoDatabases.Now,
        };
        var streets = DemoStreet.OfDistrict(CreateDemo.Seed, district, file.PlacesOf(code), street, DemoDatabase.FewStreets);
        var clock = new MovingClock(DemoDatabases.Now.AddMonths(-14), DemoDatabases.Now);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        return new StreetYear(
            streets[ordinal],
            new DemoUser(services, district.Id, "street"),
            new StorySchedule(clock),
            clock.GetUtcNow().ChinaDate(),
            CreateDemo.Seed
        );
    }
}
