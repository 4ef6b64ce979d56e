using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Words;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Meetings.Agendas;

namespace CoBuilding.Tests.Meetings.Words;

public class AddMeetingWordTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_districts_own_kind_of_meeting_is_called_by_its_name()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var word = new AddMeetingWord.Form { List = MeetingWordList.MeetingKinds, Name = "圆桌会" };
        await district.Use<AddMeetingWord>().RunAsync(district.Admin, word, Ct);
        var meeting = district.MeetingForm(committee, member.Seat) with { KindId = word.WordId };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        var seen = await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting.MeetingId, Ct);
        Assert.Equal((MeetingKind.Own, "圆桌会"), (seen.Meeting.Kind, seen.Kind.Said));
        Assert.Equal(
            "圆桌会",
            Assert.Single((await district.Use<ListMeetings>().AskAsync(district.Admin, new() { KindId = word.WordId }, Ct)).Rows).Kind
        );
        await RuleAssert.BrokenAsync(
            "Words.NameIsTaken",
            () =>
                district
                    .Use<AddMeetingWord>()
                    .RunAsync(district.Admin, word with { OperationId = Guid.CreateVersion7(), WordId = Guid.CreateVersion7() }, Ct)
        );
    }
}
