using System.Globalization;
using System.Net;
using System.Text.Json;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using CoBuilding.Units.People;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Pages.Units;

public sealed class UnitsPagesTests(PortalHost host)
{
    private const string Mobile = "13812345678";
    private const string Masked = "138****5678";

    [Fact]
    public async Task The_list_shows_units_and_never_a_number_masked_or_whole()
    {
        var district = await host.CreateAsync();
        await UnitAsync(district);
        var page = await (await district.SignInAsync("admin")).ReadAsync($"/{district.Slug}/units");
        Assert.Contains("湾里中学", page, StringComparison.Ordinal);
        Assert.Contains("赵书记", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Mobile, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Masked, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_s_page_holds_the_number_masked_until_it_is_asked_for()
    {
        var district = await host.CreateAsync();
        var unit = await UnitAsync(district);
        var page = await (await district.SignInAsync("admin")).ReadAsync($"/{district.Slug}/units/{unit}");
        Assert.Contains(Masked, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Mobile, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("units/{0}")]
    [InlineData("units/{0}/edit")]
    public async Task Another_street_s_unit_looks_like_one_that_never_was(string path)
    {
        var district = await host.CreateAsync();
        var foreign = await UnitAsync(district, ofOtherStreet: true);
        var own = await UnitAsync(district);
        await district.ClerkAsync("street");
        var clerk = await district.SignInAsync("street");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(own));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(foreign));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Guid.CreateVersion7()));

        async Task<HttpStatusCode> StatusAsync(Guid id) =>
            (
                await clerk.GetAsync($"/{district.Slug}/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id))
            ).StatusCode;
    }

    [Theory]
    [InlineData("units", HttpStatusCode.OK)]
    [InlineData("units/new", HttpStatusCode.Forbidden)]
    [InlineData("units/import", HttpStatusCode.Forbidden)]
    public async Task A_unit_s_own_people_see_units_and_enter_none(string path, HttpStatusCode expected)
    {
        var district = await host.CreateAsync();
        await district.SecretaryAsync("secretary");
        var answer = await (await district.SignInAsync("secretary")).GetAsync($"/{district.Slug}/{path}");
        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("units/export", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_form_says_who_changed_what_in_words()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("zh-CN");
        var district = await host.CreateAsync();
        var unit = await UnitAsync(district);
        await district.ClerkAsync("street");
        var (admin, clerk) = (await district.ScopeAsync("admin"), await district.ScopeAsync("street"));
        var version = (await host.Use<SeeUnit>().AskAsync(clerk, unit, CancellationToken.None)).RowVersion;
        await host.Use<EditUnit>().RunAsync(admin, Form() with { ShortName = "湾中", Kind = UnitKind.Hospital }, CancellationToken.None);
        var stale = await Assert.ThrowsAsync<Stale>(() => host.Use<EditUnit>().RunAsync(clerk, Form(), CancellationToken.None));
        var banner = Banner.Of(stale)!;
        Assert.True(banner.OffersReload);
        var line = Assert.Single(banner.Lines);
        Assert.Matches("admin.*简称: 湾中", line);
        Assert.Contains("医院、卫生机构", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Hospital", line, StringComparison.Ordinal);

        EditUnit.Form Form() =>
            new()
            {
                UnitId = unit,
                ExpectedVersion = version,
                Name = "湾里中学",
                Kind = UnitKind.School,
                PlaceId = district.Community.Id,
            };
    }

    [Fact]
    public async Task The_version_seen_survives_the_way_from_the_first_rendering_to_the_circuit()
    {
        var district = await host.CreateAsync();
        var unit = await UnitAsync(district);
        var admin = await district.ScopeAsync("admin");
        var form = new EditUnit.Form
        {
            UnitId = unit,
            ExpectedVersion = 2,
            Name = "湾里中学",
            Kind = UnitKind.School,
            PlaceId = district.Community.Id,
            Address = "1",
        };
        var first = await host.Use<SeeUnit>().AskAsync(admin, unit, CancellationToken.None);
        await host.Use<EditUnit>().RunAsync(admin, form with { ExpectedVersion = first.RowVersion }, CancellationToken.None);
        var answer = await host.Use<SeeUnit>().AskAsync(admin, unit, CancellationToken.None);
        var arrived = JsonSerializer.Deserialize<SeeUnit.Answer>(JsonSerializer.Serialize(answer))!;
        Assert.NotEqual(first.RowVersion, arrived.RowVersion);
        Assert.Equal(answer.RowVersion, arrived.RowVersion);
    }

    private async Task<Guid> UnitAsync(WebDistrict district, bool ofOtherStreet = false)
    {
        var admin = await district.ScopeAsync("admin");
        var unit = new EnterUnit.Form
        {
            Name = "湾里中学",
            Kind = UnitKind.School,
            PlaceId = ofOtherStreet ? district.OtherCommunity.Id : district.Community.Id,
        };
        await host.Use<EnterUnit>().RunAsync(admin, unit, CancellationToken.None);
        var person = new EnterPerson.Form
        {
            Name = "赵书记",
            UnitId = unit.UnitId,
            Title = "书记",
            IsSecretary = true,
            IsLiaisonOfficer = true,
            Mobile = Mobile,
        };
        await host.Use<EnterPerson>().RunAsync(admin, person, CancellationToken.None);
        return unit.UnitId;
    }
}
