using CoBuilding.Access;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Facts;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

/// <summary>A meeting that was held, its minutes, and what becomes of them.</summary>
internal static class MinutesFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<HeldMeeting> SceneAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        return new HeldMeeting(
            district,
            clerk,
            committee,
            first,
            second,
            await district.HeldAsync(clerk, committee, first.Seat, second.Seat)
        );
    }

    /// <summary>The meeting's progress as stored, before and after its hour.</summary>
    public static async Task<MeetingState> StageAsync(TestCluster cluster, HeldMeeting scene)
    {
        const string Sql = "SELECT minutes_stage FROM meetings WHERE tenant_id = $1 AND id = $2";
        await foreach (var row in World.ReadAsync(cluster, Sql, scene.District.Id, scene.Meeting))
            return Enum.Parse<MeetingState>(row.GetString(0));
        throw new InvalidOperationException("There is no such meeting.");
    }

    public static async Task MarkAsync(HeldMeeting scene, Guid seat, Presence presence)
    {
        var row = (await scene.District.Use<SeeMeetingAsHost>().AskAsync(scene.Clerk, scene.Meeting, Ct)).Rows.Single(r =>
            r.SeatId == seat
        );
        await scene
            .District.Use<MarkPresence>()
            .RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting, Marks = [new(row.InvitationId, presence)] }, Ct);
    }

    public static async Task TakeBackAsync(HeldMeeting scene)
    {
        var sent = await scene.SeeAsync();
        await scene
            .District.Use<TakeBackMinutes>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = sent.MinutesId!.Value,
                    ExpectedVersion = sent.RowVersion,
                    Reason = "补写时段",
                },
                Ct
            );
    }
}
