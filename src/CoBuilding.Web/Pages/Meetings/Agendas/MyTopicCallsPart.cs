using CoBuilding.Access;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Pages.Meetings.Agendas;

internal sealed class MyTopicCallsPart(ListMyUnitTopicCalls list) : IMyUnitPart
{
    public int Position => 20;
    public Type Section => typeof(MyTopicCallsSection);

    public async Task<object> AskAsync(Scope scope, int most, CancellationToken ct) =>
        (await list.AskAsync(scope, new() { Size = most }, ct)).Rows;
}
