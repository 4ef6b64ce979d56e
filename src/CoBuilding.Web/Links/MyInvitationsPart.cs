using CoBuilding.Access;
using CoBuilding.Meetings.Replies;

namespace CoBuilding.Web.Links;

internal sealed class MyInvitationsPart(ListMyUnitInvitations list) : IMyUnitPart
{
    public int Position => 10;
    public Type Section => typeof(MyInvitationsSection);

    public async Task<object> AskAsync(Scope scope, int most, CancellationToken ct) =>
        (await list.AskAsync(scope, new() { Size = most }, ct)).Rows;
}
