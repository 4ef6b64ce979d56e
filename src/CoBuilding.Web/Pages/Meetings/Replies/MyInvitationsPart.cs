using CoBuilding.Access;
using CoBuilding.Meetings.Replies;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Pages.Meetings.Replies;

internal sealed class MyInvitationsPart(ListMyUnitInvitations list) : IMyUnitPart
{
    public int Position => 10;
    public Type Section => typeof(MyInvitationsSection);

    public async Task<object> AskAsync(Scope scope, int most, CancellationToken ct) =>
        (await list.AskAsync(scope, new() { Size = most }, ct)).Rows;
}
