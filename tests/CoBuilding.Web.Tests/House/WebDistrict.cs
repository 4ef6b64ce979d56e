using System.Globalization;
using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Places;
using CoBuilding.Units;
using CoBuilding.Units.People;
using CoBuilding.Web.SignIn;

namespace CoBuilding.Web.Tests.House;

/// <summary>A district of one test's own: two streets with a community each, its admin and its auditor.</summary>
public sealed class WebDistrict(PortalHost host, Guid id, string slug, IReadOnlyList<Place> places)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public Guid Id => id;
    public string Slug => slug;
    public Place Root => places[0];
    public Place Street => places[1];
    public Place OtherStreet => places[2];
    public Place Community => places[3];

    /// <summary>In the other street.</summary>
    public Place OtherCommunity => places[4];

    /// <summary>A browser in which this account has signed in.</summary>
    public async Task<Browser> SignInAsync(string login, string password = PortalHost.Password)
    {
        var browser = host.Browse();
        var answer = await browser.SignInAsync(slug, login, password);
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }

    /// <summary>A signed-in person without a browser, to arrange a test by use cases.</summary>
    public async Task<Scope> ScopeAsync(string login, string password = PortalHost.Password)
    {
        var secret = Secrets.Make();
        var result = await host.Use<Access.SignIn>()
            .RunAsync(
                Scope.ForVisitor(id, Chinese),
                new()
                {
                    Login = login,
                    Password = password,
                    Secret = secret,
                },
                CancellationToken.None
            );
        Assert.NotNull(result.AccountId);
        return Scope.ForPerson(id, Secrets.Hash(secret), Chinese);
    }

    /// <summary>The claims of a signed-in person, for pages rendered without a browser.</summary>
    public async Task<ClaimsPrincipal> PrincipalAsync(string login, string password = PortalHost.Password)
    {
        var secret = Secrets.Make();
        await host.Use<Access.SignIn>()
            .RunAsync(
                Scope.ForVisitor(id, Chinese),
                new()
                {
                    Login = login,
                    Password = password,
                    Secret = secret,
                },
                CancellationToken.None
            );
        return new(new ClaimsIdentity([new(SessionCookie.Tenant, id.ToString()), new(SessionCookie.Secret, secret)], "test"));
    }

    /// <summary>A street clerk's account, its password set.</summary>
    public Task<Guid> ClerkAsync(string login) => StaffAsync(login, Role.StreetClerk, Street);

    /// <summary>An account of an office, its password set.</summary>
    public async Task<Guid> StaffAsync(string login, Role role, Place place)
    {
        var form = new OpenAccount.Form
        {
            Login = login,
            DisplayName = "街道干部",
            Role = role,
            PlaceId = place.Id,
        };
        await host.Use<OpenAccount>().RunAsync(await ScopeAsync("admin"), form, CancellationToken.None);
        await SetPasswordAsync(login, form.Code);
        return form.AccountId;
    }

    /// <summary>The secretary of a new unit, by an account of the unit's.</summary>
    public async Task SecretaryAsync(string login)
    {
        var admin = await ScopeAsync("admin");
        var unit = new EnterUnit.Form
        {
            Name = "测试单位",
            Kind = UnitKind.School,
            PlaceId = Community.Id,
        };
        await host.Use<EnterUnit>().RunAsync(admin, unit, CancellationToken.None);
        var person = new EnterPerson.Form
        {
            Name = "李书记",
            UnitId = unit.UnitId,
            Title = "书记",
            IsSecretary = true,
        };
        await host.Use<EnterPerson>().RunAsync(admin, person, CancellationToken.None);
        var post = (await host.Use<SeeUnit>().AskAsync(admin, unit.UnitId, CancellationToken.None)).Posts.Single().PostId;
        var form = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = login,
            Role = Role.UnitSecretary,
        };
        await host.Use<OpenUnitAccount>().RunAsync(admin, form, CancellationToken.None);
        await SetPasswordAsync(login, form.Code);
    }

    private async Task SetPasswordAsync(string login, string code) =>
        await host.Use<ChangePassword>()
            .RunAsync(
                await ScopeAsync(login, code),
                new() { Password = PortalHost.Password, RepeatPassword = PortalHost.Password },
                CancellationToken.None
            );
}
