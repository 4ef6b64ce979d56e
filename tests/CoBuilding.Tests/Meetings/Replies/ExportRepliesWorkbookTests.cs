using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Meetings.Replies;

public class ExportRepliesWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_exported_replies_add_up_and_reasons_go_to_the_hosts_staff_alone()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var overseer = await district.StaffAsync("overseer1", Role.Overseer, district.Root);
        var committee = await district.CommitteeAsync(district.Street1);
        var seats = new List<Guid>();
        foreach (var unit in new[] { "大连湾中学", "大连湾医院", "大连湾船厂", "大连湾银行" })
            seats.Add((await district.MemberAsync(committee, district.Street1, unit)).Seat);
        var meeting = await district.MeetingAsync(clerk, committee, [.. seats]);
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct);
        await AnswerAsync(board.Rows[0], Reply.Attend);
        await AnswerAsync(board.Rows[1], Reply.Substitute);
        await AnswerAsync(board.Rows[2], Reply.Leave);

        var file = await district.Use<ExportRepliesWorkbook>().AskAsync(clerk, meeting, Ct);

        LibreOfficeReader.AssertValid(file.Bytes);
        Assert.Equal("第四季度联席会议参会情况2026-11-23.xlsx", file.FileName);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal("应到 4 人 ＝ 参加 1 ＋ 派人代会 1 ＋ 请假 1 ＋ 未回复 1", cells[2][0]);
        Assert.Equal(board.Rows.Select(r => r.Unit), cells[4..8].Select(c => c[1]));
        Assert.Contains("请假事由", cells[3]);
        Assert.Contains("出差在外", cells[6]);
        Assert.Contains("张副书记 副书记", cells[5]);
        Assert.Equal(CultureScope.In(TestDistrict.Chinese, () => Wording.T(Reply.Attend)), cells[4][6]);
        var sums = await LibreOfficeReader.CellsAsync(file.Bytes, sheet: 1);
        Assert.Equal(["4", "1", "1", "1", "1"], sums[3..8].Select(c => c[2]));

        var seen = await district.Use<ExportRepliesWorkbook>().AskAsync(overseer, meeting, Ct);
        var without = await LibreOfficeReader.CellsAsync(seen.Bytes);
        Assert.DoesNotContain("请假事由", without[3]);
        Assert.DoesNotContain(without, row => row.Contains("出差在外"));

        Task AnswerAsync(SeeMeeting.Row row, Reply reply) =>
            district
                .Use<RecordReply>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        InvitationId = row.InvitationId,
                        Reply = reply,
                        ToldBy = "办公室",
                        LeaveReason = "出差在外",
                        SubstituteName = "张副书记",
                        SubstitutePost = "副书记",
                    },
                    Ct
                );
    }

    [Fact]
    public async Task An_overseer_who_is_a_clerk_elsewhere_sees_no_reasons_here()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var both = await district.StaffAsync("both", Role.StreetClerk, district.Street2);
        var account = (await district.Use<ListAccounts>().AskAsync(district.Admin, new() { Search = "both" }, Ct)).Rows.Single().Id;
        await district
            .Use<GrantRole>()
            .RunAsync(
                district.Admin,
                new()
                {
                    AccountId = account,
                    Role = Role.Overseer,
                    PlaceId = district.Root.Id,
                },
                Ct
            );
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var meeting = await district.MeetingAsync(clerk, committee, member.Seat);

        var file = await district.Use<ExportRepliesWorkbook>().AskAsync(both, meeting, Ct);

        Assert.DoesNotContain("请假事由", (await LibreOfficeReader.CellsAsync(file.Bytes))[3]);
    }
}
