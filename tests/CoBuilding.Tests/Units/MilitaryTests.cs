using System.IO.Compression;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Network;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Units;

public class MilitaryTests(TestCluster cluster)
{
    private const string Head = "贺兰山",
        Liaison = "祁连海";

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_military_unit_gives_neither_address_nor_superior()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "某部",
            Kind = UnitKind.Military,
            PlaceId = district.Street1.Id,
        };
        Assert.Equal(
            ("Units.NotOfMilitary", "Address"),
            await BrokenAsync(() => district.Use<EnterUnit>().RunAsync(district.Admin, form with { Address = "某路1号" }, Ct))
        );
        Assert.Equal(
            ("Units.NotOfMilitary", "SuperiorOrganization"),
            await BrokenAsync(() => district.Use<EnterUnit>().RunAsync(district.Admin, form with { SuperiorOrganization = "某集团" }, Ct))
        );
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
    }

    [Fact]
    public async Task Its_people_are_called_by_their_posts_unless_it_agreed()
    {
        var (district, unit) = await CreateAsync(agrees: false);
        var form = new EnterPerson.Form
        {
            UnitId = unit,
            Name = Head,
            Title = "政治工作负责人",
        };
        Assert.Equal(
            ("Units.NamesAreWithheld", "Name"),
            await BrokenAsync(() => district.Use<EnterPerson>().RunAsync(district.Admin, form, Ct))
        );
        await district.Use<EnterPerson>().RunAsync(district.Admin, form with { Name = "" }, Ct);
        var person = Assert.Single((await SeeAsync(district, unit)).Posts);
        Assert.Equal("政治工作负责人", person.Name);
        var renamed = new EditPerson.Form
        {
            PersonId = person.PersonId,
            ExpectedVersion = person.PersonVersion,
            Name = Head,
        };
        Assert.Equal(
            ("Units.NamesAreWithheld", "Name"),
            await BrokenAsync(() => district.Use<EditPerson>().RunAsync(district.Admin, renamed, Ct))
        );
        await district.Use<EditPerson>().RunAsync(district.Admin, renamed with { Name = "政治工作负责人", Mobile = "0411-1234567" }, Ct);
        var (agreeing, open) = await CreateAsync(agrees: true);
        await agreeing.Use<EnterPerson>().RunAsync(agreeing.Admin, form with { UnitId = open }, Ct);
        Assert.Equal(Head, Assert.Single((await SeeAsync(agreeing, open)).Posts).Name);
    }

    [Fact]
    public async Task Elsewhere_a_name_is_asked_for()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var school = await district.UnitAsync(district.Street1);
        Assert.Equal(
            ("Units.NameMissing", "Name"),
            await BrokenAsync(() => district.Use<EnterPerson>().RunAsync(district.Admin, new() { UnitId = school, Title = "校长" }, Ct))
        );
    }

    [Fact]
    public async Task Nobody_whose_name_is_known_comes_to_a_unit_that_withholds_names()
    {
        var (district, unit) = await CreateAsync(agrees: false);
        var known = await district.PersonAsync(await district.UnitAsync(district.Street1), Head);
        var form = new EnterPerson.Form
        {
            UnitId = unit,
            KnownPersonId = known,
            Title = "联系人",
        };
        Assert.Equal(
            ("Units.KnownByName", "KnownPersonId"),
            await BrokenAsync(() => district.Use<EnterPerson>().RunAsync(district.Admin, form, Ct))
        );
    }

    [Fact]
    public async Task A_handover_names_nobody_either()
    {
        var (district, unit) = await CreateAsync(agrees: false);
        var leaver = new EnterPerson.Form
        {
            UnitId = unit,
            Title = "政治工作负责人",
            IsSecretary = true,
            From = district.Today.AddYears(-1),
        };
        await district.Use<EnterPerson>().RunAsync(district.Admin, leaver, Ct);
        var form = new HandOver.Form
        {
            UnitId = unit,
            LeaverId = leaver.PersonId,
            Name = Head,
            From = district.Today,
            Reason = EndReason.PostChanged,
        };
        Assert.Equal(
            ("Units.NamesAreWithheld", "Name"),
            await BrokenAsync(() => district.Use<HandOver>().RunAsync(district.Admin, form, Ct))
        );
        await district.Use<HandOver>().RunAsync(district.Admin, form with { Name = "" }, Ct);
        Assert.All((await SeeAsync(district, unit)).Posts, p => Assert.Equal("政治工作负责人", p.Name));
    }

    [Fact]
    public async Task An_agreement_taken_back_takes_the_names_back_but_of_those_who_are_known_elsewhere()
    {
        var (district, unit) = await CreateAsync(agrees: true);
        await district.PersonAsync(unit, Head, secretary: true);
        var other = await district.UnitAsync(district.Street2);
        var hats = await district.PersonAsync(other, Liaison);
        await district
            .Use<EnterPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    KnownPersonId = hats,
                    Title = "顾问",
                },
                Ct
            );
        await AgreeAsync(district, unit, false);
        Assert.Equal(["书记", Liaison], (await SeeAsync(district, unit)).Posts.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Liaison, Assert.Single((await SeeAsync(district, other)).Posts).Name);
    }

    [Fact]
    public async Task A_list_brings_neither_names_nor_addresses_and_an_export_comes_back_as_it_went()
    {
        var (district, unit) = await CreateAsync(agrees: false);
        await district
            .Use<EnterPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    Title = "政治工作负责人",
                    IsSecretary = true,
                },
                Ct
            );
        const string header = "单位名称\t类型\t所在地\t书记\t书记职务\t地址\n";
        var check = await district.CheckUnitsAsync(
            district.Admin,
            Pasted(
                header
                    + $"甲部\t部队\t东街道\t{Head}\t负责人\t\n乙部\t部队\t东街道\t\t\t某路1号\n丙部\t部队\t东街道\t\t负责人\t\n某部\t部队\t东街道\t{Head}\t\t\n"
            )
        );
        Assert.Equal([RowStatus.Error, RowStatus.Error, RowStatus.New, RowStatus.Error], check.Rows.Select(r => r.Status));
        await district.ImportUnitsAsync(district.Admin, Pasted(header + "丙部\t部队\t东街道\t\t负责人\t\n"));
        var list = await district.Use<ExportUnits>().AskAsync(district.Admin, new(), Ct);
        Assert.Equal((0, 0, 2, 0), (await district.CheckUnitsAsync(district.Admin, new ImportSource(list.Bytes))).Counts());

        var people = await district.CheckPeopleAsync(
            district.Admin,
            Pasted($"姓名\t单位\t职务\n{Head}\t某部\t联系人\n\t某部\t值班员\n\t第一中学\t校长\n")
        );
        Assert.Equal([RowStatus.Error, RowStatus.New, RowStatus.Error], people.Rows.Select(r => r.Status));
    }

    /// <summary>The whole story of a unit with a seat, an account and invitations; then it takes its agreement back.</summary>
    [Fact]
    public async Task What_a_military_unit_keeps_to_itself_stands_in_no_export_and_no_paper()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var world = await World.MakeAsync(cluster, district, district.Street1, district.Community1);
        var posts = (await SeeAsync(district, world.Unit)).Posts;
        foreach (var (post, name) in posts.Select(p => (p, p.IsSecretary ? Head : Liaison)))
            await district
                .Use<EditPerson>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        PersonId = post.PersonId,
                        ExpectedVersion = post.PersonVersion,
                        Name = name,
                    },
                    Ct
                );
        await AgreeAsync(district, world.Unit, true);
        await world.RefreshAsync();
        var before = await ExportsAsync(world);
        Assert.True(before.Count(e => e.Value.Contains(Head, StringComparison.Ordinal)) > 6, "the names stood nowhere before");

        await AgreeAsync(district, world.Unit, false);
        await world.RefreshAsync();
        var faults =
            from export in await ExportsAsync(world)
            from guarded in new[] { Head, Liaison, "某路1号", "某集团" }
            where export.Value.Contains(guarded, StringComparison.Ordinal)
            select $"{export.Key} shows {guarded}";
        Assert.Empty(faults);
        Assert.DoesNotContain(
            Head,
            string.Join('\n', (await district.Use<ListAccounts>().AskAsync(district.Admin, new(), Ct)).Rows),
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await district.Use<SeePicture>().AskAsync(district.Admin, district.Street1.Id, Ct)).Military);
    }

    [Fact]
    public void Nothing_is_kept_of_where_a_unit_lies_or_how_many_it_has() =>
        Assert.DoesNotContain(
            typeof(ResidentUnit).GetProperties().Select(p => p.Name),
            n => new[] { "Latitude", "Longitude", "Coordinates", "Headcount", "Staff", "Members" }.Contains(n)
        );

    private static async Task<SortedDictionary<string, string>> ExportsAsync(World world)
    {
        SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var example in Examples.All.Where(e => e.UseCase.Name.StartsWith("Export", StringComparison.Ordinal)))
            if (await example.RunAsync(world.District, example.ScopeIn(world), world) is DocumentFile document)
                texts.TryAdd(example.UseCase.Name, TextOf(document));
        return texts;
    }

    private static string TextOf(DocumentFile document)
    {
        using var archive = new ZipArchive(new MemoryStream(document.Bytes));
        return document.FileName
            + string.Concat(
                archive.Entries.Select(e =>
                {
                    using var reader = new StreamReader(e.Open());
                    return reader.ReadToEnd();
                })
            );
    }

    private async Task<(TestDistrict, Guid)> CreateAsync(bool agrees)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "某部",
            Kind = UnitKind.Military,
            PlaceId = district.Street1.Id,
            ShowsPersonalNames = agrees,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
        return (district, form.UnitId);
    }

    private static async Task AgreeAsync(TestDistrict district, Guid unit, bool agrees)
    {
        var found = await SeeAsync(district, unit);
        await district
            .Use<EditUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = found.RowVersion,
                    Name = found.Unit.Name,
                    Kind = UnitKind.Military,
                    PlaceId = found.Unit.PlaceId,
                    ShowsPersonalNames = agrees,
                },
                Ct
            );
    }

    private static Task<SeeUnit.Answer> SeeAsync(TestDistrict district, Guid unit) =>
        district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct);

    private static async Task<(string, string?)> BrokenAsync(Func<Task> useCase)
    {
        var broken = await Assert.ThrowsAsync<RuleBroken>(useCase);
        return (broken.Key, broken.Field);
    }
}
