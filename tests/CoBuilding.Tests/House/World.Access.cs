using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Calling;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.House;

/// <summary>Who signs in, and accounts to be looked after.</summary>
internal sealed partial class World
{
    public Scope Clerk { get; private set; } = null!;
    public Guid ClerkAccount { get; private set; }

    /// <summary>The address of the clerk's calendar.</summary>
    public Scope Feed { get; private set; } = null!;

    /// <summary>A community clerk's account, to be looked after.</summary>
    public Guid SpareAccount { get; private set; }
    public Guid SpareGrant { get; private set; }

    /// <summary>The secretary of <see cref="Unit"/>, signed in.</summary>
    public Scope Secretary { get; private set; } = null!;

    /// <summary>Somebody of the street's office, signed in.</summary>
    public Scope Leaver { get; private set; } = null!;
    public string LeaverLogin => "leaver" + Street.Code;

    private async Task AccountsAsync()
    {
        Leaver = await District.StaffAsync(LeaverLogin, Role.StreetClerk, Street);
        Post = (await District.Use<SeeUnit>().AskAsync(Clerk, Unit, TestDistrict.Ct)).Posts.Single(p => p.PersonId == Person).PostId;
        SparePost = (await District.Use<SeeUnit>().AskAsync(Clerk, SeatlessUnit, TestDistrict.Ct)).Posts.Single().PostId;
        var form = new OpenUnitAccount.Form
        {
            PostId = Post,
            Login = "secretary" + Street.Code,
            Role = Role.UnitSecretary,
        };
        await District.Use<OpenUnitAccount>().RunAsync(Clerk, form, TestDistrict.Ct);
        Secretary = await District.FirstSignInAsync(form.Login, form.Code);
        await District.StaffAsync("spare" + Street.Code, Role.CommunityClerk, Community);
        var accounts = await District.Use<ListAccounts>().AskAsync(Clerk, new(), TestDistrict.Ct);
        ClerkAccount = accounts.Rows.Single(a => a.Login == "clerk" + Street.Code).Id;
        SpareAccount = accounts.Rows.Single(a => a.Login == "spare" + Street.Code).Id;
        var feed = new OpenFeed.Form();
        await District.Use<OpenFeed>().RunAsync(Clerk, feed, TestDistrict.Ct);
        Feed = Scope.ForFeed(District.Id, Secrets.Hash(feed.Secret), TestDistrict.Chinese);
        await District.Use<SetMeetingWarningSetting>().RunAsync(District.Admin, new(), TestDistrict.Ct);
        SpareGrant = (await District.Use<SeeAccount>().AskAsync(Clerk, SpareAccount, TestDistrict.Ct)).Grants.Single().Id;
    }
}
