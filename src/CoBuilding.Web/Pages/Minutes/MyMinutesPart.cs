using CoBuilding.Access;
using CoBuilding.Minutes;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Pages.Minutes;

internal sealed class MyMinutesPart(ListMyUnitCountersigns list) : IMyUnitPart
{
    public int Position => 40;
    public Type Section => typeof(MyMinutesSection);

    public async Task<object> AskAsync(Scope scope, int most, CancellationToken ct) =>
        (await list.AskAsync(scope, new() { Size = most }, ct)).Rows;
}
