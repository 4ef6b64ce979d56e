using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Tests.Access;

public class HeldRightsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Each_right_that_is_held_comes_with_its_own_reach_and_the_others_do_not_come()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var own = await district.UnitAsync(district.Street1, "甲单位");
        var others = await district.UnitAsync(district.Street2, "乙单位");
        var clerk = await district.ClerkAsync(district.Street1);
        var account = (await district.Use<ListAccounts>().AskAsync(district.Admin, new() { Role = Role.StreetClerk }, Ct)).Rows.Single().Id;
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

        await using var held = await OpenAsync(district, clerk, Right.SeeUnits, Right.ManageUnits, Right.ManageUnits, Right.SeeJournal);
        Assert.Equal([Right.SeeUnits, Right.ManageUnits], held.Contexts.Keys);
        Assert.Equal([own, others], (await UnitsAsync(held, Right.SeeUnits)).Order());
        Assert.Equal([own], await UnitsAsync(held, Right.ManageUnits));
    }

    [Fact]
    public async Task Whoever_holds_none_of_them_is_denied()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var denied = await Assert.ThrowsAsync<Denied>(() => OpenAsync(district, district.Auditor, Right.SeeUnits, Right.CallMeetings));
        Assert.False(denied.SignedOut);
        district.Clock.Advance(Session.IdleLimit + TimeSpan.FromMinutes(1));
        denied = await Assert.ThrowsAsync<Denied>(() => OpenAsync(district, district.Admin, Right.SeeUnits, Right.CallMeetings));
        Assert.True(denied.SignedOut);
    }

    [Fact]
    public async Task Only_somebody_who_is_signed_in_holds_several_rights()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await Assert.ThrowsAsync<NotFound>(() => OpenAsync(district, district.Link("no token"), Right.AnswerInvitation));
        var feed = Scope.ForFeed(district.Id, Secrets.Hash("no token"), TestDistrict.Chinese);
        await Assert.ThrowsAsync<NotFound>(() => OpenAsync(district, feed, Right.UseCalendarFeed));
        await Assert.ThrowsAsync<Denied>(() => OpenAsync(district, Scope.ForVisitor(district.Id, TestDistrict.Chinese), Right.SignIn));
        await Assert.ThrowsAsync<Denied>(() => OpenAsync(district, Scope.ForClock(district.Id), Right.WatchReplies));
    }

    [Fact]
    public async Task Whoever_has_to_change_the_password_holds_the_own_account_alone()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new OpenAccount.Form
        {
            Login = "newcomer",
            DisplayName = "newcomer",
            Role = Role.StreetClerk,
            PlaceId = district.Street1.Id,
        };
        await district.Use<OpenAccount>().RunAsync(district.Admin, form, Ct);
        var newcomer = await district.SignInAsync(form.Login, form.Code);
        await Assert.ThrowsAsync<Denied>(() => OpenAsync(district, newcomer, Right.SeeUnits, Right.CallMeetings));
        await using var held = await OpenAsync(district, newcomer, Right.SeeUnits, Right.OwnAccount);
        var own = Assert.Single(held.Contexts);
        Assert.Equal(Right.OwnAccount, own.Key);
        Assert.Equal([form.Login], await own.Value.Accounts.Select(a => a.Login).ToListAsync(Ct));
    }

    [Fact]
    public async Task Several_rights_take_one_round_trip_and_keep_the_session_alive()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(1, await StatementCounter.OfAsync(AskAsync));
        for (var n = 0; n < 2; n++)
        {
            district.Clock.Advance(Session.IdleLimit);
            await AskAsync();
        }

        async Task AskAsync()
        {
            await using var held = await OpenAsync(district, district.Admin, Right.SeeUnits, Right.CallMeetings, Right.ManageMinutes);
            Assert.Equal(3, held.Contexts.Count);
        }
    }

    private static Task<HeldRights> OpenAsync(TestDistrict district, Scope scope, params Right[] rights) =>
        district.Use<Door>().OpenHeldAsync(scope, rights, Ct);

    private static Task<List<Guid>> UnitsAsync(HeldRights held, Right right) =>
        held.Contexts[right].Units.Select(u => u.Id).ToListAsync(Ct);
}
