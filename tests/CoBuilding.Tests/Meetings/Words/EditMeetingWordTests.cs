using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Words;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Meetings.Agendas;

namespace CoBuilding.Tests.Meetings.Words;

public class EditMeetingWordTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_word_that_is_offered_no_longer_stays_where_it_was_used()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var word = new AddMeetingWord.Form { List = MeetingWordList.MeetingKinds, Name = "圆桌会" };
        await district.Use<AddMeetingWord>().RunAsync(district.Admin, word, Ct);
        var meeting = district.MeetingForm(committee, member.Seat) with { KindId = word.WordId };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        await district
            .Use<EditMeetingWord>()
            .RunAsync(
                district.Admin,
                new()
                {
                    WordId = word.WordId,
                    ExpectedVersion = 1,
                    Name = "圆桌会议",
                    Ordinal = 50,
                    IsOffered = false,
                },
                Ct
            );
        Assert.Equal("圆桌会议", (await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting.MeetingId, Ct)).Kind.Said);
        Assert.DoesNotContain(
            (await district.Use<SeeMeetingWords>().AskAsync(district.Admin, Ct)).Where(w => w.IsOffered),
            w => w.Id == word.WordId
        );
    }
}
