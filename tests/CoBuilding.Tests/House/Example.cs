using CoBuilding.Access;

namespace CoBuilding.Tests.House;

/// <summary>One use case or question with what a page would send it about a world's rows.</summary>
/// <param name="Arguments">All but the scope and the cancellation token.</param>
/// <param name="NamesPlaceOnly">It names no row but a place. Places are published, so a foreign one of the own district is refused by a
/// rule.</param>
/// <param name="ShowsNoId">Its answer holds no id.</param>
/// <param name="IsAboutOwn">It changes what the asker's account or district has, or finds nothing: it succeeds wherever it is run.</param>
internal sealed record Example(
    Type UseCase,
    Asker Asker,
    Func<World, object?[]> Arguments,
    bool NamesPlaceOnly = false,
    bool ShowsNoId = false,
    bool IsAboutOwn = false
)
{
    /// <summary>The kind of list that is checked or made; null for other use cases.</summary>
    public Type? List { get; init; }

    public bool Writes => Portal.EntryOf(UseCase)!.Name == "RunAsync";

    public Scope ScopeIn(World world) =>
        Asker switch
        {
            Asker.Admin => world.District.Admin,
            Asker.Auditor => world.District.Auditor,
            Asker.Secretary => world.Secretary,
            Asker.Clock => Scope.ForClock(world.District.Id),
            Asker.Feed => world.Feed,
            Asker.Leaver => world.Leaver,
            Asker.Visitor => Scope.ForVisitor(world.District.Id, TestDistrict.Chinese),
            Asker.Creator => Scope.ForDistrictCreation(Guid.CreateVersion7()),
            _ => world.Clerk,
        };

    /// <summary>Runs it in the asker's district, about the rows of <paramref name="about"/>.</summary>
    public async Task<object?> RunAsync(TestDistrict district, Scope scope, World about)
    {
        var task = (Task)Portal.EntryOf(UseCase)!.Invoke(district.Use(UseCase), [scope, .. Arguments(about), TestDistrict.Ct])!;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }

    public override string ToString() => List is null ? UseCase.Name : $"{UseCase.Name} of {List.Name}";
}
