using CoBuilding.Access;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Access;

public class IssueOneTimeCodeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_code_opens_once_within_a_day_and_asks_for_a_new_password()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.ClerkAsync(district.Street1);
        var login = "clerk" + district.Street1.Code;
        var form = new IssueOneTimeCode.Form { AccountId = await SignInFixture.AccountAsync(district, login) };
        await district.Use<IssueOneTimeCode>().RunAsync(district.Admin, form, Ct);

        for (var n = 0; n < 6; n++)
            await SignInFixture.TryAsync(district, login, SignInFixture.Wrong);
        // As heard on the phone; a lock does not keep it waiting.
        var opened = await SignInFixture.TryAsync(district, login, form.Code.ToLowerInvariant() + " ");
        Assert.True(opened is { AccountId: not null, MustChangePassword: true });
        Assert.Null((await SignInFixture.TryAsync(district, login, form.Code)).AccountId);

        var late = new IssueOneTimeCode.Form { AccountId = form.AccountId };
        await district.Use<IssueOneTimeCode>().RunAsync(await district.SignInAsync("admin"), late, Ct);
        district.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await SignInFixture.TryAsync(district, login, late.Code)).AccountId);
    }
}
