using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Committees.Seats;

/// <summary>Sets whether a unit's seat follows the post of Party secretary or stays with its holder.</summary>
public sealed class SetSeatFollowsPost(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }
        public bool FollowsPost { get; set; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats.Where(s => s.UnitId != null), form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        seat.FollowsPost = form.FollowsPost;
        await db.CommitAsync(ct);
    }
}
