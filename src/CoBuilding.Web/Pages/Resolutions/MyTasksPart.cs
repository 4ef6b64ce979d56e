using CoBuilding.Access;
using CoBuilding.Resolutions;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Pages.Resolutions;

internal sealed class MyTasksPart(ListMyUnitTasks list) : IMyUnitPart
{
    public int Position => 30;
    public Type Section => typeof(MyTasksSection);

    public async Task<object> AskAsync(Scope scope, int most, CancellationToken ct) =>
        (await list.AskAsync(scope, new() { Size = most }, ct)).Rows;
}
