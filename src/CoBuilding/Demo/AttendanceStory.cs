using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;

namespace CoBuilding.Demo;

/// <summary>Carries out a joint meeting: guests, opening, agenda items, and closing.</summary>
internal sealed class AttendanceStory(DemoUser user, Guid meeting)
{
    private static readonly (string Name, string Unit, string Post)[] Guests =
    [
        ("宋立新", "区民政局", "基层政权科科长"),
        ("谭雅琴", "街道综合行政执法队", "队长"),
    ];

    public async Task InviteAsync(CancellationToken ct)
    {
        foreach (var (name, unit, post) in Guests)
            await user.DoAsync<InviteGuest>(
                (invite, who) =>
                    invite.RunAsync(
                        who,
                        new()
                        {
                            MeetingId = meeting,
                            GuestName = name,
                            UnitName = unit,
                            Post = post,
                        },
                        ct
                    ),
                ct
            );
    }

    /// <summary>Runs from the start of the meeting; steps after the present time are not carried out.</summary>
    public void Plan(StorySchedule storySchedule, DateTimeOffset start, DateTimeOffset end)
    {
        storySchedule.At(start, OpenAsync);
        for (var n = 0; n < 2; n++)
        {
            var item = n;
            storySchedule.At(start.AddMinutes(4 + (item * 32)), ct => TurnAsync(item, ct));
        }
        storySchedule.At(end, ct => user.DoAsync<CloseMeeting>((close, who) => close.RunAsync(who, new() { MeetingId = meeting }, ct), ct));
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        var room = await RoomAsync(ct);
        var marks = room.Guests.Select(g => new MarkPresence.GuestMark(g.GuestId, Presence.Present)).ToList();
        if (marks.Count > 0)
            await user.DoAsync<MarkPresence>((mark, who) => mark.RunAsync(who, new() { MeetingId = meeting, Guests = marks }, ct), ct);
        await user.DoAsync<OpenMeeting>((open, who) => open.RunAsync(who, new() { MeetingId = meeting }, ct), ct);
    }

    private async Task TurnAsync(int item, CancellationToken ct)
    {
        var room = await RoomAsync(ct);
        if (item < room.Items.Count)
            await user.DoAsync<GoToItem>(
                (turn, who) => turn.RunAsync(who, new() { MeetingId = meeting, AgendaItemId = room.Items[item].Id }, ct),
                ct
            );
    }

    private Task<SeeRoom.Answer> RoomAsync(CancellationToken ct) =>
        user.AskAsync<SeeRoom, SeeRoom.Answer>((see, who) => see.AskAsync(who, new() { MeetingId = meeting, Size = 1 }, ct), ct);
}
