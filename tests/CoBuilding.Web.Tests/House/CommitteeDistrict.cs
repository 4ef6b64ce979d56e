using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Web.Tests.House;

/// <summary>Two streets' clerks, an overseer, and a committee of three units' secretaries.</summary>
internal sealed record CommitteeDistrict(WebDistrict District, Guid CommitteeId, IReadOnlyList<string> Units)
{
    public const string Successor = "周继任";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<CommitteeDistrict> BeginAsync(PortalHost host, WebDistrict district)
    {
        var admin = await district.ScopeAsync("admin");
        await district.StaffAsync("clerk", Role.StreetClerk, district.Street);
        await district.StaffAsync("neighbor", Role.StreetClerk, district.OtherStreet);
        await district.StaffAsync("overseer", Role.Overseer, district.Root);
        var today = TimeProvider.System.GetUtcNow().ChinaDate();
        var committee = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street.Id,
            Name = "东街道大工委",
            EstablishedOn = today.AddYears(-1),
        };
        await host.Use<EstablishCommittee>().RunAsync(admin, committee, Ct);
        string[] units = ["东城中学", "东城医院", "滨海银行东街支行"];
        foreach (var name in units)
        {
            var unit = new EnterUnit.Form
            {
                Name = name,
                Kind = UnitKind.Other,
                PlaceId = district.Community.Id,
            };
            await host.Use<EnterUnit>().RunAsync(admin, unit, Ct);
            var secretary = new EnterPerson.Form
            {
                UnitId = unit.UnitId,
                Name = "王" + name[..2],
                Title = "党支部书记",
                IsSecretary = true,
                From = today.AddYears(-1),
            };
            await host.Use<EnterPerson>().RunAsync(admin, secretary, Ct);
            await host.Use<EnterPerson>()
                .RunAsync(
                    admin,
                    new()
                    {
                        UnitId = unit.UnitId,
                        Name = "李" + name[..2],
                        Title = "办公室主任",
                        IsLiaisonOfficer = true,
                        Mobile = "13800001111",
                        From = today.AddYears(-1),
                    },
                    Ct
                );
            if (name == units[0])
                await host.Use<EnterPerson>()
                    .RunAsync(
                        admin,
                        new()
                        {
                            UnitId = unit.UnitId,
                            Name = Successor,
                            Title = "副校长",
                            From = today.AddYears(-1),
                        },
                        Ct
                    );
            await host.Use<AddSeat>()
                .RunAsync(
                    admin,
                    new()
                    {
                        CommitteeId = committee.CommitteeId,
                        UnitId = unit.UnitId,
                        PersonId = secretary.PersonId,
                        Title = "兼职委员",
                        From = today.AddMonths(-6),
                    },
                    Ct
                );
        }
        return new CommitteeDistrict(district, committee.CommitteeId, units);
    }

    /// <summary>A meeting of all units that begins in twenty minutes, so that it can be written up already; everybody is there.</summary>
    public async Task<Guid> HeldAsync(PortalHost host)
    {
        var clerk = await District.ScopeAsync("admin");
        var roster = await host.Use<SeeRoster>().AskAsync(clerk, CommitteeId, null, null, Ct);
        var start = TimeProvider.System.GetUtcNow().AddMinutes(20).ToChina();
        var (day, time) = (DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start));
        var end = time.AddMinutes(30) > time ? time.AddMinutes(30) : TimeOnly.MaxValue;
        var draft = new DraftMeeting.Form
        {
            CommitteeId = CommitteeId,
            Title = "第四季度联席会议",
            Day = day,
            Start = time,
            End = end,
            Venue = "街道三楼会议室",
            ReplyByDay = day,
            ReplyByTime = time,
            ContactName = "王芳",
            ContactPhone = "0411-87654321",
            SeatIds = [.. roster.Rows.Where(r => r.UnitId is not null).Select(r => r.SeatId)],
            Agenda = [new() { Topic = "研究老旧小区停车难问题" }],
        };
        await host.Use<DraftMeeting>().RunAsync(clerk, draft, Ct);
        await host.Use<SendNotice>().RunAsync(clerk, new() { MeetingId = draft.MeetingId }, Ct);
        var board = await host.Use<SeeMeetingAsHost>().AskAsync(clerk, draft.MeetingId, Ct);
        await host.Use<MarkPresence>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = draft.MeetingId,
                    Marks = [.. board.Rows.Select(r => new MarkPresence.Mark(r.InvitationId, Presence.Present))],
                },
                Ct
            );
        return draft.MeetingId;
    }
}
