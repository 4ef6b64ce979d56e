using CoBuilding.Tests.House;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Units.People;

public class EnterPersonTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Its_people_are_called_by_their_posts_unless_it_agreed()
    {
        var (district, unit) = await MilitaryFixture.CreateAsync(cluster, agrees: false);
        var form = new EnterPerson.Form
        {
            UnitId = unit,
            Name = MilitaryFixture.Head,
            Title = "政治工作负责人",
        };
        Assert.Equal(
            ("Units.NamesAreWithheld", "Name"),
            await RuleAssert.KeyAndFieldOfAsync(() => district.Use<EnterPerson>().RunAsync(district.Admin, form, Ct))
        );
        await district.Use<EnterPerson>().RunAsync(district.Admin, form with { Name = "" }, Ct);
        var person = Assert.Single((await MilitaryFixture.SeeAsync(district, unit)).Posts);
        Assert.Equal("政治工作负责人", person.Name);
        var renamed = new EditPerson.Form
        {
            PersonId = person.PersonId,
            ExpectedVersion = person.PersonVersion,
            Name = MilitaryFixture.Head,
        };
        Assert.Equal(
            ("Units.NamesAreWithheld", "Name"),
            await RuleAssert.KeyAndFieldOfAsync(() => district.Use<EditPerson>().RunAsync(district.Admin, renamed, Ct))
        );
        await district.Use<EditPerson>().RunAsync(district.Admin, renamed with { Name = "政治工作负责人", Mobile = "0411-1234567" }, Ct);
        var (agreeing, open) = await MilitaryFixture.CreateAsync(cluster, agrees: true);
        await agreeing.Use<EnterPerson>().RunAsync(agreeing.Admin, form with { UnitId = open }, Ct);
        Assert.Equal(MilitaryFixture.Head, Assert.Single((await MilitaryFixture.SeeAsync(agreeing, open)).Posts).Name);
    }

    [Fact]
    public async Task Elsewhere_a_name_is_asked_for()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var school = await district.UnitAsync(district.Street1);
        Assert.Equal(
            ("Units.NameMissing", "Name"),
            await RuleAssert.KeyAndFieldOfAsync(() =>
                district.Use<EnterPerson>().RunAsync(district.Admin, new() { UnitId = school, Title = "校长" }, Ct)
            )
        );
    }

    [Fact]
    public async Task Nobody_whose_name_is_known_comes_to_a_unit_that_withholds_names()
    {
        var (district, unit) = await MilitaryFixture.CreateAsync(cluster, agrees: false);
        var known = await district.PersonAsync(await district.UnitAsync(district.Street1), MilitaryFixture.Head);
        var form = new EnterPerson.Form
        {
            UnitId = unit,
            KnownPersonId = known,
            Title = "联系人",
        };
        Assert.Equal(
            ("Units.KnownByName", "KnownPersonId"),
            await RuleAssert.KeyAndFieldOfAsync(() => district.Use<EnterPerson>().RunAsync(district.Admin, form, Ct))
        );
    }
}
