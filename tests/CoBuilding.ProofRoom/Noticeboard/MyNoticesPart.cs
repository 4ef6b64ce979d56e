using CoBuilding.Access;
using CoBuilding.Web.Links;

namespace CoBuilding.ProofRoom.Noticeboard;

internal sealed class MyNoticesPart(ListMyUnitNotices list) : IMyUnitPart
{
    public int Position => 200;
    public Type Section => typeof(MyNoticesSection);

    // Explicitly, so that it is not taken for a question of the room's.
    async Task<object> IMyUnitPart.AskAsync(Scope scope, int most, CancellationToken ct) =>
        (await list.AskAsync(scope, new() { Size = most }, ct)).Rows;
}
