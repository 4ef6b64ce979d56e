using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Records;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tests.Committees.Records;

public class PurgeMobilesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_number_goes_when_the_days_after_the_last_service_are_over_and_not_before()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (seat, unit, person) = await district.MemberAsync(committee, district.Community1, "甲");
        await district.Use<SetPeopleSetting>().RunAsync(district.Admin, new() { MobileKeptDays = 10 }, Ct);
        var post = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.Single(p => p.PersonId == person).PostId;
        await district.Use<EndPost>().RunAsync(district.Admin, new() { PostId = post, On = district.Today }, Ct);
        await AssertKeptAsync(district, unit, 20); // the seat is still held

        await district.RenewAdminAsync();
        var version = (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct))
            .Rows.Single(r => r.SeatId == seat)
            .RowVersion;
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = version,
                    On = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        await AssertKeptAsync(district, unit, 9);
        district.Clock.Advance(TimeSpan.FromDays(1));
        await PurgeAsync(district);

        await district.RenewAdminAsync();
        Assert.Null((await district.Use<SeePerson>().AskAsync(district.Admin, person, Ct)).Mobile);
        Assert.Equal("甲书记", (await district.Use<SeePerson>().AskAsync(district.Admin, person, Ct)).Name);
        var former = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.Single(p => p.PersonId == person);
        Assert.Null(former.Mobile);
        Assert.NotNull((await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.Single(p => p.IsLiaisonOfficer).Mobile);
        var cells = await LibreOfficeReader.CellsAsync(
            (await district.Use<ExportUnitsWorkbook>().AskAsync(district.Admin, new(), Ct)).Bytes
        );
        Assert.Equal("", cells[3][10]); // the secretary's number
        Assert.Equal("138****5678", cells[3][12]); // the liaison officer's
    }

    [Fact]
    public async Task A_unit_that_left_keeps_nobody_in_service()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var person = await district.PersonAsync(unit, "王强");
        await district
            .Use<EndUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = UnitEndReason.Dissolved,
                },
                Ct
            );
        district.Clock.Advance(TimeSpan.FromDays(PeopleSetting.UsualDays));
        await PurgeAsync(district);
        await district.RenewAdminAsync();
        Assert.Null((await district.Use<SeePerson>().AskAsync(district.Admin, person, Ct)).Mobile);
    }

    [Fact]
    public async Task Records_of_one_person_are_in_service_together()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var (gone, here) = (await district.PersonAsync(unit, "王强"), await district.PersonAsync(unit, "王强"));
        var post = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.Single(p => p.PersonId == gone).PostId;
        await district.Use<EndPost>().RunAsync(district.Admin, new() { PostId = post, On = district.Today.AddDays(-100) }, Ct);
        await district
            .Use<CoBuilding.Committees.Records.MergePeople>()
            .RunAsync(
                district.Admin,
                new()
                {
                    DuplicateId = here,
                    ExpectedVersion = 1,
                    SurvivorId = gone,
                },
                Ct
            );
        await PurgeAsync(district);
        Assert.NotNull((await district.Use<SeePerson>().AskAsync(district.Admin, gone, Ct)).Mobile);
    }

    [Fact]
    public async Task Who_is_in_service_in_another_room_keeps_the_number_and_no_statement_more_is_needed()
    {
        var (removed, alone) = await PurgedAsync(null);
        var (kept, joined) = await PurgedAsync(s => s.AddSingleton<IPeopleInService, NamesakesServe>());
        Assert.Equal((null, "138****5678"), (removed, kept));
        Assert.Equal(alone, joined);

        async Task<(string? Mobile, int Statements)> PurgedAsync(Action<IServiceCollection>? arrange)
        {
            var district = await TestDistrict.CreateAsync(cluster, arrange);
            var unit = await district.UnitAsync(district.Community1);
            var person = await district.PersonAsync(unit, "王强", from: district.Today.AddYears(-2));
            var post = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.Single().PostId;
            await district.Use<EndPost>().RunAsync(district.Admin, new() { PostId = post, On = district.Today.AddDays(-100) }, Ct);
            await PurgeAsync(district);
            var statements = await StatementCounter.OfAsync(() => PurgeAsync(district));
            return ((await district.Use<SeePerson>().AskAsync(district.Admin, person, Ct)).Mobile, statements);
        }
    }

    private sealed class NamesakesServe : IPeopleInService
    {
        public IQueryable<Guid> After(PortalDb db, DateOnly day) => db.People.Where(p => p.Name == "王强").Select(p => p.Id);
    }

    [Fact]
    public async Task It_is_journaled_by_name_alone_done_once_and_by_the_clock_only()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        await district.PersonAsync(unit, "王强", from: district.Today.AddYears(-2));
        var post = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.Single().PostId;
        await district.Use<EndPost>().RunAsync(district.Admin, new() { PostId = post, On = district.Today.AddDays(-100) }, Ct);
        var form = new PurgeMobiles.Form();
        await Assert.ThrowsAsync<Denied>(() => district.Use<PurgeMobiles>().RunAsync(district.Admin, new(), Ct));
        await district.Use<PurgeMobiles>().RunAsync(Scope.ForClock(district.Id), form, Ct);
        // Another node with the same operation.
        await Assert.ThrowsAsync<AlreadyDone>(() => district.Use<PurgeMobiles>().RunAsync(Scope.ForClock(district.Id), form, Ct));
        await district.Use<PurgeMobiles>().RunAsync(Scope.ForClock(district.Id), new(), Ct);

        var row = Assert.Single(
            (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = "clock", Size = 100 }, Ct)).Rows
        );
        Assert.Equal(("people", "changed"), (row.Subject, row.Action));
        Assert.DoesNotContain("138", row.Before + row.After, StringComparison.Ordinal);
        Assert.Contains("Mobile", row.After, StringComparison.Ordinal);
    }

    private static async Task AssertKeptAsync(TestDistrict district, Guid unit, int days)
    {
        district.Clock.Advance(TimeSpan.FromDays(days));
        await PurgeAsync(district);
        await district.RenewAdminAsync();
        Assert.All((await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts, p => Assert.NotNull(p.Mobile));
    }

    private static Task<bool> PurgeAsync(TestDistrict district) =>
        district.Use<PurgeMobiles>().RunAsync(Scope.ForClock(district.Id), new(), Ct);
}
