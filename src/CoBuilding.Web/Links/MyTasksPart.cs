using CoBuilding.Access;
using CoBuilding.Resolutions;

namespace CoBuilding.Web.Links;

internal sealed class MyTasksPart(ListMyUnitTasks list) : IMyUnitPart
{
    public int Position => 30;
    public Type Section => typeof(MyTasksSection);

    public async Task<object> AskAsync(Scope scope, int most, CancellationToken ct) =>
        (await list.AskAsync(scope, new() { Size = most }, ct)).Rows;
}
