using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

public class NameAlternateTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Another_alternate_takes_the_place_of_the_one_before_and_a_wrong_one_is_corrected()
    {
        var (district, committee, member) = await StartAsync();
        var (first, second, third) = (
            await district.PersonAsync(member.Unit, "第一"),
            await district.PersonAsync(member.Unit, "第二"),
            await district.PersonAsync(member.Unit, "第三")
        );
        var today = district.Today;
        await NameAsync(district, member.Seat, 1, first, today.AddDays(-30));
        district.Clock.Advance(TimeSpan.FromMinutes(1));
        await NameAsync(district, member.Seat, 2, second, today);
        Assert.Equal("第一", await AlternateAsync(today.AddDays(-1)));
        Assert.Equal("第二", await AlternateAsync(today));

        // It was not the second but the third, from the same day on.
        district.Clock.Advance(TimeSpan.FromMinutes(1));
        await NameAsync(district, member.Seat, 3, third, today);
        Assert.Equal("第三", await AlternateAsync(today));
        Assert.Equal("第一", await AlternateAsync(today.AddDays(-1)));

        await district
            .Use<EndAlternate>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 4,
                    On = today.AddDays(5),
                    ToldBy = "联络员",
                },
                Ct
            );
        Assert.Equal("第三", await AlternateAsync(today.AddDays(4)));
        Assert.Null(await AlternateAsync(today.AddDays(5)));
        var changes = (await district.Use<SeeRosterChanges>().AskAsync(district.Admin, new(committee, null, null), Ct)).Rows;
        Assert.Equal(["第三", "第二", "第一"], changes.Where(c => c.Change == RosterChange.AlternateNamed).Select(c => c.Person));
        Assert.Contains(changes, c => c is { Change: RosterChange.AlternateEnded, Reason: "联络员", Who: not null });

        async Task<string?> AlternateAsync(DateOnly on) =>
            (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, null, Ct)).Rows.Single().Alternate?.Name;
    }

    [Fact]
    public async Task An_alternate_is_of_the_unit_and_not_the_holder()
    {
        var (district, committee, member) = await StartAsync();
        var other = await district.MemberAsync(committee, district.Community1, "乙校");
        Assert.Equal("Alternates.NotOfUnit", await RuleAsync(() => NameAsync(district, member.Seat, 1, other.Person, district.Today)));
        Assert.Equal("Alternates.HoldsTheSeat", await RuleAsync(() => NameAsync(district, member.Seat, 1, member.Person, district.Today)));
        Assert.Equal(
            "Alternates.NobodyNamed",
            await RuleAsync(() =>
                district
                    .Use<EndAlternate>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            SeatId = member.Seat,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        var host = new AddSeat.Form
        {
            CommitteeId = committee,
            Kind = SeatKind.FullTime,
            Title = "专职委员",
            From = district.Today,
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, host, Ct);
        Assert.Equal("Alternates.OnlyForUnits", await RuleAsync(() => NameAsync(district, host.SeatId, 1, member.Person, district.Today)));
        var deputy = await district.PersonAsync(member.Unit, "副书记");
        Assert.Equal(
            "Committees.SeatNotThere",
            await RuleAsync(() => NameAsync(district, member.Seat, 1, deputy, district.Today.AddYears(-1)))
        );
    }

    [Fact]
    public async Task The_reply_pages_and_the_exports_offer_the_alternate_and_answer_nothing_by_themselves()
    {
        var (district, committee, member) = await StartAsync();
        var deputy = await district.PersonAsync(member.Unit, "副书记");
        await NameAsync(district, member.Seat, 1, deputy, district.Today);
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);
        var links = await district.Use<MakeLinks>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        foreach (var link in links)
        {
            var notice = await district.Use<SeeInvitation>().AskAsync(district.Link(link.Token), null, Ct);
            Assert.Equal((new SeeMeeting.AlternateInfo("副书记", "书记"), null), (notice.Alternate, notice.Reply));
        }
        var row = (await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct)).Rows.Single();
        Assert.Equal((new SeeMeeting.AlternateInfo("副书记", "书记"), null), (row.Alternate, row.SubstituteName));
        var cells = await LibreOfficeReader.CellsAsync(
            (await district.Use<ExportRosterWorkbook>().AskAsync(district.Admin, committee, null, null, null, Ct)).Bytes
        );
        var header = cells.FindIndex(r => r.Contains("常任代表"));
        Assert.Equal("副书记", cells[header + 1][Array.IndexOf(cells[header], "常任代表")]);
        Assert.Contains(
            "副书记",
            LibreOfficeReader.WordsOf(
                (await district.Use<ExportRosterPaper>().AskAsync(district.Admin, committee, null, null, null, Ct)).Word().Bytes
            )
        );
    }

    [Fact]
    public async Task Whoever_takes_the_seat_stands_in_no_longer_and_nobody_stands_in_on_a_closed_seat()
    {
        var (district, committee, member) = await StartAsync();
        var (deputy, other) = (await district.PersonAsync(member.Unit, "副书记"), await district.PersonAsync(member.Unit, "主任"));
        await NameAsync(district, member.Seat, 1, deputy, district.Today.AddDays(-30));
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 2,
                    PersonId = deputy,
                    From = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Assert.Equal("副书记", (await RowAsync(district.Today.AddDays(-1))).Alternate?.Name);
        Assert.Null((await RowAsync(district.Today)).Alternate);

        await NameAsync(district, member.Seat, 3, other, district.Today);
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 4,
                    On = district.Today.AddDays(5),
                    Reason = EndReason.Other,
                },
                Ct
            );
        await district
            .Use<CloseSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 5,
                    On = district.Today.AddDays(9),
                },
                Ct
            );
        Assert.Equal(district.Today.AddDays(9), (await RowAsync(district.Today.AddDays(8))).Alternate?.Until);

        async Task<SeeRoster.Row> RowAsync(DateOnly on) =>
            (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, null, Ct)).Rows.Single();
    }

    private async Task<(TestDistrict, Guid Committee, (Guid Seat, Guid Unit, Guid Person) Member)> StartAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        return (district, committee, await district.MemberAsync(committee, district.Community1, "甲校"));
    }

    private static Task NameAsync(TestDistrict district, Guid seat, long version, Guid person, DateOnly from) =>
        district
            .Use<NameAlternate>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = version,
                    PersonId = person,
                    From = from,
                },
                Ct
            );

    private static async Task<string> RuleAsync(Func<Task> useCase) => (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key;
}
