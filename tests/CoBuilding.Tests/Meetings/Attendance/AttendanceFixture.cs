using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

/// <summary>A meeting to which a unit was invited, what it answers, what the host decides and who comes.</summary>
internal static class AttendanceFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>A meeting of three units, called by the street, with a link to each holder.</summary>
    public static async Task<InvitedUnit> CallAsync(
        TestCluster cluster,
        SubstitutePolicy substitutes = SubstitutePolicy.Free,
        bool asksLeave = false,
        QuorumRule quorum = QuorumRule.None
    )
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        if (substitutes != SubstitutePolicy.Free || asksLeave)
            await district.Use<SetAttendance>().RunAsync(district.Admin, new() { Substitutes = substitutes, AsksLeave = asksLeave }, Ct);
        if (quorum != QuorumRule.None)
            await district.Use<SetQuorum>().RunAsync(district.Admin, new() { QuorumRule = quorum, CountsSubstitutes = true }, Ct);
        var committee = await district.CommitteeAsync(district.Street1);
        List<Guid> seats = [];
        foreach (var unit in new[] { "甲校", "乙校", "丙校" })
            seats.Add((await district.MemberAsync(committee, district.Community1, unit, district.Today.AddDays(seats.Count - 30))).Seat);
        var meeting = await district.MeetingAsync(clerk, committee, [.. seats]);
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct);
        var made = await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting, Only = Addressee.Holder }, Ct);
        return new InvitedUnit(
            district,
            meeting,
            [.. board.Rows.Select(r => district.Link(made.Single(m => m.InvitationId == r.InvitationId).Token))]
        )
        {
            Clerk = clerk,
        };
    }

    public static Task AnswerAsync(InvitedUnit story, int n, Reply reply, string? substitute = null) =>
        story.District.Use<AnswerInvitation>().RunAsync(story.Links[n], new() { Reply = reply, SubstituteName = substitute }, Ct);

    public static Task<SeeMeeting.Answer> BoardAsync(InvitedUnit story, Scope? clerk = null) =>
        story.District.Use<SeeMeetingAsHost>().AskAsync(clerk ?? story.Clerk, story.Meeting, Ct);

    public static async Task StartAsync(InvitedUnit story)
    {
        story.District.Clock.SetUtcNow((await BoardAsync(story)).Meeting.StartsAt);
        story.Clerk = await story.ClerkAgainAsync();
    }

    public static Task MarkAsync(
        InvitedUnit story,
        IEnumerable<MarkPresence.Mark> marks,
        PresenceSource source = PresenceSource.Clerk,
        string? reason = null
    ) =>
        story
            .District.Use<MarkPresence>()
            .RunAsync(
                story.Clerk,
                new()
                {
                    MeetingId = story.Meeting,
                    Marks = [.. marks],
                    MarkedFrom = source,
                    Reason = reason,
                },
                Ct
            );
}
