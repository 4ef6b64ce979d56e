namespace CoBuilding.Data;

/// <summary>Which rows this operation may touch: resolved at the door from the actor's current grants or link.</summary>
public sealed record Reach(bool Everything, Guid[] Places, Guid[] Units, Guid[] Subjects)
{
    public static readonly Reach WholeDistrict = new(true, [], [], []);
    public static readonly Reach Nothing = new(false, [], [], []);

    public static Reach OfSubjects(params Guid[] subjects) => new(false, [], [], subjects);
}
