using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Handovers;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Meetings;

/// <summary>The person who replied, and for whom, is recorded with the reply and kept when the seat is handed over.</summary>
public class ActingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_liaison_officer_answers_for_the_holder_and_both_are_named_everywhere()
    {
        var (district, clerk, member, meeting) = await CallAsync();
        var link = district.Link(
            (await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting, Only = Addressee.LiaisonOfficer }, Ct))
                .Single()
                .Token
        );
        var acting = new Acting(ReplySource.LiaisonOfficer, "甲校联络员", "甲校书记");
        var notice = await district.Use<SeeInvitation>().AskAsync(link, null, Ct);
        Assert.Equal((acting, true, null), (notice.Acting, notice.Acting.IsForAnother, notice.Answered));
        await district.Use<AnswerInvitation>().RunAsync(link, new() { Reply = Reply.Attend }, Ct);

        Assert.Equal(acting, (await district.Use<SeeInvitation>().AskAsync(link, null, Ct)).Answered);
        Assert.Equal(acting, (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows.Single().Answered);
        var cells = await LibreOfficeReader.CellsAsync((await district.Use<ExportRepliesWorkbook>().AskAsync(clerk, meeting, Ct)).Bytes);
        Assert.Contains(cells, r => r.Contains("联络员 甲校联络员 代 甲校书记"));
        var journal = (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "invitations" }, Ct)).Rows[0];
        Assert.Equal("link:LiaisonOfficer", journal.Actor);
        Assert.Contains("\"AnsweredBy\": \"甲校联络员\"", journal.After, StringComparison.Ordinal);
        Assert.Contains("\"AnsweredFor\": \"甲校书记\"", journal.After, StringComparison.Ordinal);

        // Another holder for the day: the answer was given for the one before.
        await district
            .Use<HandOver>()
            .RunAsync(
                clerk,
                new()
                {
                    UnitId = member.Unit,
                    LeaverId = member.Person,
                    Name = "李新",
                    From = district.Today.AddDays(7),
                    Reason = EndReason.Retired,
                    Moves = [new(member.Seat, 1)],
                },
                Ct
            );
        var row = (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows.Single();
        Assert.Equal(("李新", "甲校书记"), (row.Holder, row.Answered!.Principal));
    }

    [Fact]
    public async Task The_holder_and_whoever_signed_in_answer_in_their_own_name_and_a_call_for_the_holder()
    {
        var (district, clerk, member, meeting) = await CallAsync();
        var link = district.Link(
            (await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting, Only = Addressee.Holder }, Ct)).Single().Token
        );
        await district.Use<AnswerInvitation>().RunAsync(link, new() { Reply = Reply.Attend }, Ct);
        Assert.Equal(new Acting(ReplySource.Holder, "甲校书记", "甲校书记"), await AnsweredAsync());

        var liaison = (await district.Use<SeeUnit>().AskAsync(clerk, member.Unit, Ct)).Posts.Single(p => p.IsLiaisonOfficer).PostId;
        var open = new OpenUnitAccount.Form
        {
            PostId = liaison,
            Login = "liaison",
            Role = Role.LiaisonOfficer,
        };
        await district.Use<OpenUnitAccount>().RunAsync(clerk, open, Ct);
        var signedIn = await district.FirstSignInAsync(open.Login, open.Code);
        var own = Assert.Single(
            (await district.Use<ListMyUnitInvitations>().AskAsync(signedIn, new ListMyUnitInvitations.Question(), Ct)).Rows
        );
        await district.Use<AnswerInvitation>().RunAsync(signedIn, new() { InvitationId = own.InvitationId, Reply = Reply.Leave }, Ct);
        Assert.Equal(new Acting(ReplySource.LiaisonOfficer, "甲校联络员", "甲校书记"), await AnsweredAsync());
        own = Assert.Single(
            (await district.Use<ListMyUnitInvitations>().AskAsync(signedIn, new ListMyUnitInvitations.Question(), Ct)).Rows
        );
        Assert.Equal(("甲校联络员", "甲校书记"), (own.AnsweredBy, own.AnsweredFor));

        await district
            .Use<RecordReply>()
            .RunAsync(
                clerk,
                new()
                {
                    InvitationId = own.InvitationId,
                    Reply = Reply.Attend,
                    ToldBy = "办公室",
                },
                Ct
            );
        Assert.Equal(new Acting(ReplySource.Clerk, null, "甲校书记"), await AnsweredAsync());

        async Task<Acting?> AnsweredAsync() => (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows.Single().Answered;
    }

    private async Task<(TestDistrict, Scope Clerk, (Guid Seat, Guid Unit, Guid Person) Member, Guid Meeting)> CallAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Community1, "甲校");
        return (district, clerk, member, await district.MeetingAsync(clerk, committee, member.Seat));
    }
}
