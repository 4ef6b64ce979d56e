using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

public class ExportAppointmentLettersPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Each_invited_member_gets_a_letter_and_the_hosts_staff_none()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        await district.MemberAsync(committee, district.Street1, "大连湾医院");
        var office = await district.UnitAsync(district.Street1, "街道办事处");
        var staff = await district.PersonAsync(office, "专职同志");
        var fullTime = new AddSeat.Form
        {
            CommitteeId = committee,
            Kind = SeatKind.FullTime,
            Title = "专职委员",
            PersonId = staff,
            From = district.Today.AddMonths(-1),
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, fullTime, Ct);
        var use = district.Use<ExportAppointmentLettersPaper>();

        var all = await use.AskAsync(district.Admin, committee, null, null, null, Ct);
        LibreOfficeReader.AssertValidPaper(all.Word().Bytes);
        Assert.Equal(2, LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(all.Word().Bytes)));
        Assert.DoesNotContain("专职同志同志：", LibreOfficeReader.WordsOf(all.Word().Bytes));

        var one = await use.AskAsync(district.Admin, committee, null, null, first.Seat, Ct);
        Assert.Equal(
            [
                "聘书",
                "大连湾中学书记同志：",
                "经协商一致，兹聘请您担任东街道BigWorking兼职委员，聘期自2026年5月23日起。",
                "受聘不改变您的人事关系和组织关系。感谢您对共建互补工作的支持！",
                "东街道BigWorking",
                "2026年5月23日",
            ],
            LibreOfficeReader.WordsOf(one.Word().Bytes)
        );
        Assert.Contains("大连湾中学书记", one.FileName, StringComparison.Ordinal);

        await Assert.ThrowsAsync<NotFound>(() => use.AskAsync(district.Admin, committee, null, null, fullTime.SeatId, Ct));
        var other = await district.CommitteeAsync(district.Street2);
        await Assert.ThrowsAsync<NotFound>(() => use.AskAsync(district.Admin, other, null, null, first.Seat, Ct));
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = first.Seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Assert.Equal(
            "Committees.SeatIsVacant",
            (await Assert.ThrowsAsync<RuleBroken>(() => use.AskAsync(district.Admin, committee, null, null, first.Seat, Ct))).Key
        );
    }
}
