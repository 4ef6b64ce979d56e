using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>What the chapters of a street's simulated year share: who acts, on which schedule, and what was entered so far.</summary>
internal sealed class StreetYear(DemoStreet plan, DemoUser user, StorySchedule schedule, DateOnly start, string seed)
{
    public DemoStreet Plan => plan;
    public DemoUser User => user;
    public StorySchedule Schedule => schedule;
    public string Seed => seed;

    /// <summary>The ids of the units entered so far.</summary>
    public Dictionary<DemoUnit, Guid> Units { get; } = [];

    /// <summary>The ids of the people entered so far.</summary>
    public Dictionary<DemoPerson, Guid> People { get; } = [];

    /// <summary>The street's own sequence, from which whoever is planned first draws first.</summary>
    public SeededRandom Random { get; } = new(seed, plan.District.Slug, plan.Street.Code, "story");

    /// <summary>A sequence of a chapter's own.</summary>
    public SeededRandom RandomOf(string chapter) => new(seed, plan.District.Slug, plan.Street.Code, chapter);

    /// <summary>Ten minutes past an hour on a day of the year, or on the next workday.</summary>
    public DateTimeOffset On(int day, int hour) => ChinaTime.At(StorySchedule.Workday(start.AddDays(day)), new TimeOnly(hour, 10));

    /// <summary>A workday so many days before the present, give or take some.</summary>
    public DateOnly Ago(int days, int give = 0) => StorySchedule.Workday(schedule.Today.AddDays(-days + Random.Between(-give, give)));
}
